import type { ImportLine, ImportState } from '@gongqiao/modules/people/contract.ts'
import { formatInstant, formatNumber } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, ListEnd, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useListKeys } from '../kit/use-list-keys.ts'
import { useActing } from '../session/acting.tsx'
import { importsQuery } from './queries.ts'
import { StartImport } from './start-import.tsx'
import { useImportsSay } from './texts/index.ts'
import './imports.css'

/** The imports 导入 of a union and all below it: begin one, and what came of the others. */
export function ImportsPage() {
  const say = useImportsSay()
  const { api } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const imports = useInfiniteQuery(importsQuery(api, unit))
  const items = useMemo(() => imports.data?.pages.flatMap((page) => page.items) ?? [], [imports.data])
  const { list } = useListKeys<HTMLUListElement>(useMemo(() => items.map((item) => item.import), [items]))
  return (
    <div className="imports">
      <TabHead title={say('title')}>
        <p className="soft">{say('words')}</p>
      </TabHead>
      <StartImport key={unit} unit={unit} />
      <h2>{say('list.title')}</h2>
      {imports.isError ? <FailureNotice failure={imports.error} retry={() => void imports.refetch()} /> : null}
      {imports.isPending ? <Loading what={say('loading')} rows={3} /> : null}
      {imports.isSuccess && items.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty.words')}</p>
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <>
          <ul className="import-list" ref={list}>
            {items.map((item) => (
              <li key={item.import}>
                <Line item={item} unit={unit} />
              </li>
            ))}
          </ul>
          <ListEnd
            count={items.length}
            more={imports.hasNextPage ? () => void imports.fetchNextPage() : null}
            busy={imports.isFetchingNextPage}
          />
        </>
      ) : null}
    </div>
  )
}

export const stateTones: { readonly [state in ImportState]: 'jade' | 'amber' | 'river' | 'plain' } = {
  uploaded: 'amber',
  checking: 'river',
  checked: 'amber',
  running: 'river',
  done: 'jade',
  undoing: 'river',
  undone: 'plain',
  cancelled: 'plain',
  failed: 'amber',
}

function Line({ item, unit }: { item: ImportLine; unit: string }) {
  const say = useImportsSay()
  const language = useLanguage()
  const figures = [
    ...(item.total === null ? [] : [say('line.rows', { total: formatNumber(item.total) })]),
    ...(item.applied === 0 ? [] : [say('line.applied', { count: formatNumber(item.applied) })]),
    ...(item.invalid === 0 ? [] : [say('line.invalid', { count: formatNumber(item.invalid) })]),
  ]
  return (
    <Link
      data-row={item.import}
      to="/units/$unit/imports/$cell/$import"
      params={{ unit, cell: String(item.cell), import: item.import }}
    >
      <span className="import-what">
        <strong>{item.fileName || say('line.let_go')}</strong>{' '}
        <Tag tone={stateTones[item.state]}>{say(`state.${item.state}`)}</Tag>
      </span>
      <span className="soft figures">
        {[item.title, ...figures, item.by, formatInstant(item.createdAt, language)].join(' · ')}
      </span>
    </Link>
  )
}
