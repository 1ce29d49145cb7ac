import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { useFoundingSay } from './texts/index.ts'

/** The preparatory group and whoever was elected, with the votes counted. */
export function PeopleParts({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const parts = [
    ['group', view.group],
    ['committee', view.election?.committee ?? []],
    ['review', view.election?.review ?? []],
    ['women', view.election?.women ?? []],
  ] as const
  return parts.map(([part, people]) =>
    people.length === 0 ? null : (
      <section key={part} className="founding-section" aria-labelledby={`founding-${part}`}>
        <h3 id={`founding-${part}`}>{say(`part.${part}`)}</h3>
        <p>
          {people
            .map(({ name, post, work, yes }) => {
              const votes = yes === undefined ? '' : ` ${yes}`
              const shown = part === 'group' && post === 'member' ? say('post.group') : say(`post.${post}`)
              return `${name}（${[shown, work].filter(Boolean).join('，')}）${votes}`
            })
            .join('、')}
        </p>
      </section>
    ),
  )
}
