import type { ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { problemOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'

/** The steps that have a button here; what is entered with a form of its own has it there. */
const buttons = {
  request: { path: 'request', main: true, asks: null },
  agree: { path: 'agreement', main: true, asks: null },
  publish: { path: 'publication', main: true, asks: null },
  close: { path: 'closing', main: true, asks: null },
  report: { path: 'report', main: true, asks: null },
  approve: { path: 'approval', main: true, asks: 'number' },
  return: { path: 'return', main: false, asks: 'reason' },
  reopen: { path: 'reopening', main: false, asks: 'reason' },
  recount: { path: 'recount', main: false, asks: 'reason' },
  hold_again: { path: 'meeting-again', main: false, asks: 'reason' },
  refuse: { path: 'refusal', main: false, asks: 'reason' },
  cancel: { path: 'cancellation', main: false, asks: 'reason' },
} as const
type Step = keyof typeof buttons
const steps = Object.keys(buttons).map(asStep)

/** The steps this post may take now; what needs a reason or a number asks for it first. */
export function StepButtons({ view, onChange }: { view: ElectionView; onChange: (() => void) | null }) {
  const say = useElectionsSay()
  const [asking, setAsking] = useState<Step | null>(null)
  const open = steps.filter((step) => view.steps.includes(step))
  const barred = view.findings.some(({ weight }) => weight !== 'warning')
  return (
    <div className="toolbar">
      {open.map((step) => (
        <StepButton
          key={step}
          step={step}
          view={view}
          disabled={step === 'approve' && barred}
          ask={() => setAsking(step)}
        />
      ))}
      {onChange ? <Button onClick={onChange}>{say('plan.change')}</Button> : null}
      {asking ? <AskDialog step={asking} view={view} close={() => setAsking(null)} /> : null}
    </div>
  )
}

function StepButton({
  step,
  view,
  disabled,
  ask,
}: {
  step: Step
  view: ElectionView
  disabled: boolean
  ask: () => void
}) {
  const say = useElectionsSay()
  const { path, main, asks } = buttons[step]
  const act = useElectionAct(view, path)
  return (
    <>
      <Button
        type={main ? 'primary' : 'default'}
        loading={act.isPending}
        disabled={disabled}
        onClick={() => (asks === null ? act.mutate({}) : ask())}
      >
        {say(`step.${step}`)}
      </Button>
      {act.isError ? <Refusal failure={act.error} /> : null}
    </>
  )
}

/** A no with everything that is against it, point by point. */
function Refusal({ failure }: { failure: unknown }) {
  const faults = problemOf(failure)?.faults ?? []
  return (
    <div className="wide">
      <FailureNotice failure={failure} quiet />
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ field, text }) => (
            <li key={field}>{text}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function AskDialog({ step, view, close }: { step: Step; view: ElectionView; close: () => void }) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const { path, asks } = buttons[step]
  const act = useElectionAct(view, path, close)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const isNumber = asks === 'number'
  const fault = tried && text.trim().length < 2 ? say(isNumber ? 'ask.number.need' : 'ask.reason.need') : null

  function go() {
    setTried(true)
    if (text.trim().length < 2) return
    act.mutate(isNumber ? { documentNumber: text.trim() } : { reason: text.trim() })
  }

  return (
    <Modal
      open
      title={say(`step.${step}`)}
      okText={say(`step.${step}`)}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={act.isPending}
    >
      <Field
        id="ask-text"
        label={say(isNumber ? 'ask.number' : 'ask.reason')}
        why={isNumber ? say('approve.follows') : undefined}
        fault={fault}
      >
        {isNumber ? (
          <Input
            {...boundTo('ask-text', fault)}
            value={text}
            maxLength={60}
            onChange={(event) => {
              act.edited()
              setText(event.target.value)
            }}
          />
        ) : (
          <Input.TextArea
            {...boundTo('ask-text', fault)}
            rows={3}
            maxLength={300}
            value={text}
            onChange={(event) => {
              act.edited()
              setText(event.target.value)
            }}
          />
        )}
      </Field>
      {act.isError ? <Refusal failure={act.error} /> : null}
    </Modal>
  )
}

/** Safe because it is asked about the keys of the table only. */
function asStep(key: string): Step {
  return key as Step
}
