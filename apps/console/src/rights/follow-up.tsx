import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { longestWords, unreachableAfter } from '@gongqiao/modules/rights/machine.ts'
import { App, Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useRightsSay } from './texts/index.ts'
import { useAskAct } from './use-ask-act.ts'

const outcomes = ['reached', 'unreached'] as const

/** Keeps a call to hear whether the answer helped 回访: what was tried already, and what follows from one more. */
export function FollowUp({ view }: { view: AskView }) {
  const say = useRightsSay()
  const { message } = App.useApp()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAskAct(view, () => {
    setOutcome(null)
    setWords('')
    setTried(false)
    message.success(say('call.done'))
  })
  const { calls } = view
  const said = words.trim()
  const faults = {
    outcome: tried && outcome === null ? say('call.need.outcome') : null,
    words: tried && outcome === 'reached' && said === '' ? say('call.need.words') : null,
  }

  function go(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (outcome === null || (outcome === 'reached' && said === '')) return
    act.mutate({ act: 'calling', reached: outcome === 'reached', ...(said !== '' && { words: said }) })
  }

  return (
    <form onSubmit={go} noValidate aria-label={say('call.title')}>
      <h3>{say('call.title')}</h3>
      <p className="soft">{say('call.why', { calls: unreachableAfter.calls, days: unreachableAfter.days })}</p>
      {calls.unreached === 0 ? null : <p>{say('call.tried', { count: calls.unreached, days: calls.days })}</p>}
      <Field id="call-outcome" label={say('call.outcome')} fault={faults.outcome} group>
        <Radio.Group
          className="choices"
          name="call-outcome"
          value={outcome}
          onChange={(event) => {
            act.edited()
            setOutcome(outcomes.find((one) => one === event.target.value) ?? null)
          }}
          options={outcomes.map((value) => ({ value, label: say(`call.${value}`) }))}
        />
      </Field>
      {outcome === 'reached' ? (
        <Field id="call-words" label={say('call.words')} why={say('call.words.why')} fault={faults.words}>
          <Input.TextArea
            {...boundTo('call-words', faults.words)}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={longestWords}
            value={words}
            onChange={(event) => {
              act.edited()
              setWords(event.target.value)
            }}
          />
        </Field>
      ) : null}
      {outcome === 'unreached' && calls.last ? <p className="note">{say('call.last')}</p> : null}
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
      <div className="panel-actions">
        <Button type="primary" size="large" htmlType="submit" loading={act.isPending}>
          {say('call.go')}
        </Button>
      </div>
    </form>
  )
}
