import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Button, Modal, Progress } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useActing } from '../session/acting.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { takeStep } from './queries.ts'
import { RowsSection } from './rows-section.tsx'
import { useImportsSay } from './texts/index.ts'
import { useImportStep } from './use-step.ts'

/** Work in the background: a bar, a count, a stop. Whoever leaves and comes back finds it where it is. */
export function WorkPanel({ view }: { view: ImportView }) {
  const say = useImportsSay()
  const { api } = useActing()
  const [asking, setAsking] = useState(false)
  const stop = useImportStep(view, (of, _said: null, once) => takeStep(api, of, 'cancellation', once))
  const { done, of } = view.progress
  const what = say(
    view.state === 'running' ? 'work.running' : view.state === 'undoing' ? 'work.undoing' : 'work.checking',
  )
  const percent = of === null || of === 0 ? null : Math.min(100, Math.floor((100 * done) / of))
  const stopWords = say(view.state === 'running' ? 'work.stop.running' : 'work.stop.checking')
  return (
    <>
      <div className="import-box import-bar">
        <h3>{what}</h3>
        {percent === null ? null : (
          <Progress percent={percent} showInfo={false} strokeColor="#1E6F52" aria-label={say('work.bar', { what })} />
        )}
        <p className="figures">
          {done === 0
            ? say('work.waiting')
            : of === null
              ? say('work.so_far', { done: formatNumber(done) })
              : say('work.of', { done: formatNumber(done), total: formatNumber(of) })}
        </p>
        <p className="hidden-words" role="status">
          {/* In tenths: a count that is read out without end says nothing. */}
          {say('work.said', { what, percent: percent === null ? 0 : Math.floor(percent / 10) * 10 })}
        </p>
        <p className="soft">{say('work.stay')}</p>
        {view.steps.includes('cancel') ? <Button onClick={() => setAsking(true)}>{stopWords}</Button> : null}
        {stop.isError ? <FailureNotice failure={stop.error} quiet /> : null}
      </div>
      <Modal
        open={asking}
        title={stopWords}
        okText={stopWords}
        cancelText={say('work.stop.keep')}
        onCancel={() => setAsking(false)}
        onOk={() => stop.mutate(null, { onSettled: () => setAsking(false) })}
        confirmLoading={stop.isPending}
      >
        <p>
          {view.state === 'running'
            ? say('work.stop.follow', { done: formatNumber(view.outcomes.applied + view.outcomes.asked) })
            : say('work.stop.follow.check')}
        </p>
      </Modal>
      {view.state === 'checking' && view.counts.invalid > 0 ? (
        <>
          <FaultSummary view={view} file={false} />
          <RowsSection view={view} only="invalid" />
        </>
      ) : null}
    </>
  )
}
