import { useQuery } from '@tanstack/react-query'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { PageHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { ExportLine } from './export-line.tsx'
import { exportsQuery } from './queries.ts'
import { useExportsSay } from './texts/index.ts'
import './exports.css'

/** My exports 导出 in this post: what is being written, what can be fetched, what ended. */
export function ExportsPage() {
  const say = useExportsSay()
  const { api } = useActing()
  const exports = useQuery(exportsQuery(api))
  const items = exports.data?.items ?? []
  return (
    <div className="exports">
      <PageHead title={say('title')}>
        <p className="soft">{say('words')}</p>
      </PageHead>
      {exports.isError ? <FailureNotice failure={exports.error} retry={() => void exports.refetch()} /> : null}
      {exports.isPending ? <Loading what={say('loading')} rows={4} /> : null}
      {exports.isSuccess && items.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty.words')}</p>
        </Empty>
      ) : null}
      {items.length > 0 ? (
        <ul className="export-list" aria-label={say('title')}>
          {items.map((item) => (
            <ExportLine key={item.id} item={item} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}
