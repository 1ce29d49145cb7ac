import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { AsOf } from '../../kit/as-of.ts'
import { AsOfBar } from '../../kit/as-of-bar.tsx'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { ListEnd, Loading } from '../../kit/states.tsx'
import { useActing } from '../../session/acting.tsx'
import { pastChildrenQuery } from './queries.ts'
import { usePastSay } from './texts.ts'

/** Which unions stood directly below one on a past day, under the names they had; closed it is one quiet button. */
export function ChildrenThen({ unit }: { unit: string }) {
  const say = usePastSay()
  const { on, known } = useSearch({ from: '/desk/units/$unit/past' })
  const navigate = useNavigate({ from: '/units/$unit/past' })
  const change = (asOf: AsOf) => void navigate({ search: asOf, replace: true, resetScroll: false })
  return (
    <section aria-labelledby="children-then">
      <h2 id="children-then">{say('below')}</h2>
      <p className="soft">{say('below.words')}</p>
      <AsOfBar asOf={{ on, known }} onChange={change} />
      {on === undefined ? null : <Listed unit={unit} asOf={{ on, known }} />}
    </section>
  )
}

function Listed({ unit, asOf }: { unit: string; asOf: AsOf }) {
  const say = usePastSay()
  const { api } = useActing()
  const list = useInfiniteQuery(pastChildrenQuery(api, unit, asOf))
  if (list.isError) return <FailureNotice failure={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading what={say('below.loading')} />
  const children = list.data.pages.flatMap(({ items }) => items)
  if (children.length === 0) return <p>{say('below.none')}</p>
  return (
    <>
      <ul className="past-lines">
        {children.map((child) => (
          <li key={child.id}>
            <Link to="/units/$unit/past" params={{ unit: child.id }} search={asOf}>
              {child.name}
            </Link>
            {child.state === 'active' ? null : <span className="soft">{say(`state.${child.state}`)}</span>}
            {child.stillHere ? null : <span className="soft">{say('below.gone')}</span>}
          </li>
        ))}
      </ul>
      <ListEnd
        count={children.length}
        more={list.hasNextPage ? () => void list.fetchNextPage() : null}
        busy={list.isFetchingNextPage}
      />
    </>
  )
}
