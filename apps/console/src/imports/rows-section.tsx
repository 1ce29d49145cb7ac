import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { ListEnd, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { rowsQuery } from './queries.ts'
import { filtersOf, rowsStand } from './row-filters.ts'
import { RowTable } from './row-table.tsx'
import { useImportsSay } from './texts/index.ts'

/** The rows of an import, looked at by what was found or by what became of them; each count is a way of looking. */
export function RowsSection({ view, only }: { view: ImportView; only?: string }) {
  const say = useImportsSay()
  const { api } = useActing()
  const { show } = useSearch({ from: '/desk/units/$unit/imports/$cell/$import' })
  const navigate = useNavigate({ from: '/units/$unit/imports/$cell/$import' })
  const filters = filtersOf(view).filter(({ id }) => only === undefined || id === only)
  const chosen = filters.find(({ id }) => id === show) ?? filters[0]
  const rows = useInfiniteQuery({
    ...rowsQuery(api, view, chosen?.rows ?? {}, rowsStand(view)),
    enabled: chosen !== undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (view.state === 'checking' && state.data?.pages.length === 1 ? 2_000 : false),
  })
  if (chosen === undefined) return null
  const items = rows.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="import-box" aria-labelledby="import-rows">
      <h3 id="import-rows">{say('rows.title')}</h3>
      <fieldset className="import-filters" aria-label={say('rows.filter')}>
        {filters.map(({ id, count }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === chosen.id}
            onClick={() => void navigate({ search: (before) => ({ ...before, show: id }), replace: true })}
          >
            {say(`row.${id}`)} <span className="figures">{formatNumber(count)}</span>
          </button>
        ))}
      </fieldset>
      <p className="soft" role="status">
        {say(`hint.${chosen.id}`)}
      </p>
      {rows.isError ? <FailureNotice failure={rows.error} retry={() => void rows.refetch()} quiet /> : null}
      {rows.isPending ? <Loading what={say('rows.loading')} rows={4} /> : null}
      {items.length > 0 ? (
        <>
          <RowTable rows={items} />
          <ListEnd
            count={items.length}
            more={rows.hasNextPage ? () => void rows.fetchNextPage() : null}
            busy={rows.isFetchingNextPage}
          />
        </>
      ) : null}
    </section>
  )
}
