import { formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useActing } from '../../session/acting.tsx'
import { ownPeopleQuery } from './queries.ts'
import { counted } from './split-draft.ts'
import { useEveryPage } from './split-parts.tsx'
import { usePastSay } from './texts.ts'
import type { Draft } from './wish.ts'

const namedAtMost = 30

/** What goes to which new union, and what stays; whoever is left over is named. */
export function SplitPreview({ unit, draft }: { unit: { readonly id: string; readonly name: string }; draft: Draft }) {
  const say = usePastSay()
  const { api } = useActing()
  const people = useEveryPage(useInfiniteQuery(ownPeopleQuery(api, unit.id)))
  const { parts, stays } = counted(people, draft.placed, draft.parts)
  const cells = (members: number, waiting: number, children: string, employers: string) => (
    <>
      <td className="number" data-label={say('col.members')}>
        {formatNumber(members)}
      </td>
      <td className="number" data-label={say('col.waiting')}>
        {formatNumber(waiting)}
      </td>
      <td className="number" data-label={say('col.children')}>
        {children}
      </td>
      <td className="number" data-label={say('col.employers')}>
        {employers}
      </td>
    </>
  )
  return (
    <>
      <div className="table-box">
        <table className="table folds">
          <thead>
            <tr>
              <th scope="col">{say('col.union')}</th>
              <th scope="col">{say('col.members')}</th>
              <th scope="col">{say('col.waiting')}</th>
              <th scope="col">{say('col.children')}</th>
              <th scope="col">{say('col.employers')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ part, members, waiting }, index) => (
              <tr key={part.key}>
                <th scope="row">{part.name.trim() || say('part', { number: index + 1 })}</th>
                {cells(members, waiting, formatNumber(part.children.length), formatNumber(part.employers.length))}
              </tr>
            ))}
            <tr>
              <th scope="row">{say('stays', { unit: unit.name })}</th>
              {cells(stays.members, stays.waiting, '—', '—')}
            </tr>
          </tbody>
        </table>
      </div>
      {stays.names.length > 0 ? (
        <p className="soft">
          {say(stays.names.length > namedAtMost ? 'left.some' : 'left', {
            names: stays.names.slice(0, namedAtMost).join(say('comma')),
            count: stays.names.length - namedAtMost,
          })}
        </p>
      ) : (
        <p className="amber">{say('left.none')}</p>
      )}
    </>
  )
}
