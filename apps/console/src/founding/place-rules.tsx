import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { useFoundingSay } from './texts/index.ts'

/** What holds for foundings in this place: when there has to be a union, by when, and its women; each with the text that says so. */
export function PlaceRules({ place }: { place: FoundingView['place'] }) {
  const say = useFoundingSay()
  const { mustEstablish, within, womens } = place
  const or = (members: number | null, employees: number | null, key: 'establish' | 'womens') => {
    if (members === null) return say(`place.${key}.employees`, { employees: employees ?? 0 })
    if (employees === null) return say(`place.${key}.members`, { members })
    return say(`place.${key}.either`, { members, employees })
  }
  const rows: readonly (readonly [label: string, rule: string, article: string])[] = [
    [say('place.establish'), or(mustEstablish.members, mustEstablish.employees, 'establish'), mustEstablish.article],
    ...(within === null
      ? []
      : [
          [
            say('place.within'),
            say(within.otherwise === null ? 'place.within.months' : `place.within.${within.otherwise}`, {
              months: within.months,
            }),
            within.article,
          ] as const,
        ]),
    [say('place.womens'), or(womens.members, womens.employees, 'womens'), womens.article],
  ]
  return (
    <section className="founding-section" aria-labelledby="founding-place">
      <h3 id="founding-place">{say('place')}</h3>
      <dl className="facts">
        {rows.map(([label, rule, article]) => (
          <div key={label} className="fact-row">
            <dt>{label}</dt>
            <dd>
              {rule}
              <span className="soft under">{article}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
