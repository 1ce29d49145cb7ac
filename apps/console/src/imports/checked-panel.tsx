import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { GonePanel } from './gone-panel.tsx'
import { MappingPanel } from './mapping-panel.tsx'
import { takeStep } from './queries.ts'
import { QuestionsPanel } from './questions-panel.tsx'
import { RowsSection } from './rows-section.tsx'
import { RunFollows } from './run-follows.tsx'
import { checkedSentence, toDo } from './sentences.ts'
import { useImportsSay } from './texts/index.ts'
import { useImportStep } from './use-step.ts'

/** What the dry run found: a sentence, what must be decided, what is wrong, the rows; and the run. Nothing has changed yet. */
export function CheckedPanel({ view }: { view: ImportView }) {
  const say = useImportsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const [ask, setAsk] = useState<'run' | 'cancel' | null>(null)
  const [again, setAgain] = useState(false)
  const step = useImportStep(view, (of, which: 'run' | 'cancellation', once) => takeStep(api, of, which, once))
  const may = (which: ImportView['steps'][number]) => view.steps.includes(which)
  const close = () => {
    setAsk(null)
    step.reset()
  }
  if (again) return <MappingPanel view={view} onDone={() => setAgain(false)} />
  const failure = step.isError ? <FailureNotice failure={step.error} quiet /> : null
  return (
    <>
      <p className="import-sentence">{checkedSentence(say, view)}</p>
      {view.dropped.map((sentence) => (
        <p key={sentence} className="soft import-dropped">
          {sentence}
        </p>
      ))}
      <div className="import-acts">
        {may('run') ? (
          <Button type="primary" onClick={() => setAsk('run')}>
            {say('run.go', { count: formatNumber(toDo(view)) })}
          </Button>
        ) : null}
        {may('map') ? <Button onClick={() => setAgain(true)}>{say('run.again')}</Button> : null}
        {may('cancel') ? <Button onClick={() => setAsk('cancel')}>{say('run.cancel')}</Button> : null}
      </div>
      <QuestionsPanel view={view} />
      <FaultSummary view={view} file />
      <RowsSection view={view} />
      {may('leave') ? <GonePanel view={view} /> : null}
      <Modal
        open={ask === 'run'}
        title={say('run.title')}
        okText={say('run.go', { count: formatNumber(toDo(view)) })}
        cancelText={kit('cancel')}
        onCancel={close}
        onOk={() => step.mutate('run')}
        confirmLoading={step.isPending}
      >
        <RunFollows view={view} />
        {failure}
      </Modal>
      <Modal
        open={ask === 'cancel'}
        title={say('run.cancel.title')}
        okText={say('run.cancel.go')}
        cancelText={kit('cancel')}
        onCancel={close}
        onOk={() => step.mutate('cancellation')}
        confirmLoading={step.isPending}
      >
        <p>{say('run.cancel.words')}</p>
        {failure}
      </Modal>
    </>
  )
}
