import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { foundingReasons, resultReasons } from '@gongqiao/modules/organization/machine.ts'
import { Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useKindWords } from '../matters/kind.ts'
import { ElectionForm } from './election-form.tsx'
import { GroupForm } from './group-form.tsx'
import { DayInput, TextInput } from './inputs.tsx'
import { JoinForm } from './join-form.tsx'
import { PlanForm } from './plan-form.tsx'
import { foundingAt } from './queries.ts'
import { StepEnd } from './step-end.tsx'
import { useFoundingSay } from './texts/index.ts'
import { today } from './today.ts'
import { useStep } from './use-step.ts'

type Props = { readonly view: FoundingView; readonly step: string; readonly close: () => void }

/** What one step asks for. */
export function StepForm(props: Props) {
  switch (props.step) {
    case 'reply':
      return <DocumentForm {...props} path="reply" offersAtOnce />
    case 'approve':
      return <DocumentForm {...props} path="approval" />
    case 'report_result':
      return <DocumentForm {...props} path="report" />
    case 'decline':
      return <ReasonForm {...props} path="refusal" reasons={foundingReasons} />
    case 'stop':
      return <ReasonForm {...props} path="stopping" reasons={foundingReasons} />
    case 'return_result':
      return <ReasonForm {...props} path="return" reasons={resultReasons} />
    case 'name_group':
      return <GroupForm {...props} />
    case 'plan_election':
      return <PlanForm {...props} />
    case 'record_election':
      return <ElectionForm {...props} />
    case 'join_existing':
      return <JoinForm {...props} />
    default:
      return <BareForm {...props} path="finishing" />
  }
}

function DocumentForm({ view, step, close, path, offersAtOnce }: Props & { path: string; offersAtOnce?: boolean }) {
  const say = useFoundingSay()
  const { send, edited } = useStep<FoundingView>(`${foundingAt(view)}/${path}`, close)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(today())
  const [atOnce, setAtOnce] = useState(false)
  const [tried, setTried] = useState(false)
  const said = faultsOf(send.error)
  return (
    <>
      <div className="field-grid">
        <TextInput
          id="step-number"
          label={say('number')}
          fault={said.get('/number')}
          value={number}
          most={60}
          onChange={(value) => {
            edited()
            setNumber(value)
          }}
        />
        <DayInput
          id="step-on"
          label={say('on')}
          fault={said.get('/on') ?? (tried && on === null ? say('form.need') : null)}
          value={on}
          onChange={(value) => {
            edited()
            setOn(value)
          }}
        />
      </div>
      {offersAtOnce && view.body !== 'agency' ? (
        <Checkbox checked={atOnce} onChange={({ target }) => setAtOnce(target.checked)}>
          {say('at_once')}
        </Checkbox>
      ) : null}
      {send.isError && said.size === 0 ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          setTried(true)
          if (on === null) return
          send.mutate({ on, ...(number.trim() !== '' && { number: number.trim() }), ...(atOnce && { atOnce }) })
        }}
      />
    </>
  )
}

function ReasonForm({ view, step, close, path, reasons }: Props & { path: string; reasons: readonly string[] }) {
  const say = useFoundingSay()
  const words = useKindWords('organization.founding')
  const { send, edited } = useStep<FoundingView>(`${foundingAt(view)}/${path}`, close)
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const fault = tried && reason === null ? say('reason.need') : null
  return (
    <>
      <Field id="step-reason" label={say('reason')} fault={fault} group>
        <Radio.Group
          className="choices"
          name="step-reason"
          value={reason}
          onChange={({ target }) => {
            edited()
            setReason(String(target.value))
          }}
          options={reasons.map((value) => ({ value, label: words.word(`reason.${value}`) }))}
        />
      </Field>
      <Field id="step-note" label={say('note')}>
        <Input.TextArea
          {...boundTo('step-note', null)}
          rows={3}
          maxLength={300}
          value={note}
          onChange={({ target }) => {
            edited()
            setNote(target.value)
          }}
        />
      </Field>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          setTried(true)
          if (reason !== null) send.mutate({ reason, ...(note.trim() !== '' && { note: note.trim() }) })
        }}
      />
    </>
  )
}

function BareForm({ view, step, close, path }: Props & { path: string }) {
  const { send } = useStep<FoundingView>(`${foundingAt(view)}/${path}`, close)
  return (
    <>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <StepEnd step={step} busy={send.isPending} close={close} go={() => send.mutate({})} />
    </>
  )
}
