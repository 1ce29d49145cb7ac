import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import type { QueueRow } from '@gongqiao/kernel/matter/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Progress } from 'antd'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { type BulkEnd, type BulkProgress, resultKey } from './bulk.ts'
import { useMattersSay } from './texts/index.ts'

/** How far a bulk act is: a bar, a count, and what a cancel does. */
export function BulkRunning({ progress, stopping }: { progress: BulkProgress; stopping: boolean }) {
  const say = useMattersSay()
  const { answered, total } = progress
  return (
    <div role="status" className="bulk-bar">
      <Progress
        percent={Math.round((answered / Math.max(total, 1)) * 100)}
        showInfo={false}
        strokeColor="#1E6F52"
        aria-label={say('bulk.bar')}
      />
      <p>{say('bulk.progress', { answered, total })}</p>
      <p className="soft">{say(stopping ? 'bulk.stopping' : 'bulk.cancel.words')}</p>
    </div>
  )
}

/** What became of each row of a bulk act: what was not done first, with its reason. */
export function BulkResults({
  rows,
  end,
  done,
}: {
  rows: readonly QueueRow[]
  end: BulkEnd
  /** Says how many were done, and that the list of them can be opened. */
  done: { readonly count: (count: number) => string; readonly list: string }
}) {
  const say = useMattersSay()
  const language = useLanguage()
  const resultOf = (row: QueueRow) => end.results.get(resultKey(row))
  const taken = rows.filter((row) => resultOf(row)?.done)
  const refused = rows.filter((row) => resultOf(row)?.done === false)
  const unsent = rows.length - taken.length - refused.length
  return (
    <div className="bulk-results">
      {end.failure ? <FailureNotice failure={end.failure} quiet /> : null}
      <p role="status">
        <CheckCircleOutlined aria-hidden="true" className="jade" /> {done.count(taken.length)}
        {refused.length > 0 ? say('bulk.refused', { count: refused.length }) : null}
        {unsent > 0 ? say('bulk.unsent', { count: unsent }) : null}
      </p>
      {refused.length > 0 ? (
        <ul className="bulk-refused">
          {refused.map((row) => (
            <li key={resultKey(row)}>
              <ExclamationCircleOutlined aria-hidden="true" /> <strong>{nameOf(language, 'title', row.title)}</strong> ·{' '}
              {row.unit.shortName}
              <br />
              {resultOf(row)?.text}
            </li>
          ))}
        </ul>
      ) : null}
      {taken.length > 0 ? (
        <details>
          <summary>{done.list}</summary>
          <ul className="bulk-done">
            {taken.map((row) => (
              <li key={resultKey(row)}>
                {nameOf(language, 'title', row.title)} · {row.unit.shortName}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
