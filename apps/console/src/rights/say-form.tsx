import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { longestWords, type Result, results } from '@gongqiao/modules/rights/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Radio, Segmented } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { answerAll, askQuery } from './queries.ts'
import { useRightsSay } from './texts/index.ts'
import { useAskAct } from './use-ask-act.ts'

type What = 'answer' | 'more' | 'interim' | 'extend' | 'group'
const templates = ['wage', 'contract', 'injury', 'refer'] as const

/** What can be said of an ask now. */
function offers(view: AskView): What[] {
  const inHand = view.state === 'handling'
  return [
    'answer',
    ...(view.group !== null && view.group.asks > 1 ? (['group'] as const) : []),
    ...(view.steps.includes('ask_more') ? (['more'] as const) : []),
    ...(inHand ? (['interim'] as const) : []),
    ...(inHand && !view.extended && view.class !== 'urgent' ? (['extend'] as const) : []),
  ]
}

/** Answers the asker, asks for more, tells how far it is, or takes more time; says what follows before it is sent. */
export function SayForm({ view }: { view: AskView }) {
  const say = useRightsSay()
  const { message } = App.useApp()
  const form = useId()
  const [what, setWhat] = useState<What>('answer')
  const [words, setWords] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const [tried, setTried] = useState(false)
  const done = () => {
    setWords('')
    setTried(false)
    message.success(say('say.done'))
  }
  const act = useAskAct(view, done)
  const all = useAll(view, done)
  const sign = useAskAct(view, () => message.success(say('sign.done')))
  const answers = what === 'answer' || what === 'group'
  const faults = {
    words: tried && words.trim() === '' ? say('say.need.words') : null,
    result: tried && answers && result === null ? say('say.need.result') : null,
  }
  const busy = act.isPending || all.isPending

  function go(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const said = words.trim()
    if (said === '') return document.getElementById('say-words')?.focus()
    if (what === 'answer' && result !== null) act.mutate({ act: 'answer', words: said, result })
    if (what === 'group' && result !== null) all.mutate({ words: said, result })
    if (what === 'more' || what === 'interim') act.mutate({ act: what, words: said })
    if (what === 'extend') act.mutate({ act: 'extension', words: said })
    return undefined
  }

  return (
    <>
      {sign.isError ? <FailureNotice failure={sign.error} quiet /> : null}
      <form id={form} onSubmit={go} noValidate aria-label={say('say.what')}>
        <Segmented<What>
          aria-label={say('say.what')}
          className="say-what"
          value={what}
          options={offers(view).map((value) => ({ value, label: say(`say.${value}`) }))}
          onChange={(next) => {
            act.edited()
            setWhat(next)
          }}
        />
        {answers ? (
          <Field id="say-result" label={say('say.result')} fault={faults.result} group>
            <Radio.Group
              className="choices"
              name="say-result"
              value={result}
              onChange={(event) => setResult(results.find((one) => one === event.target.value) ?? null)}
              options={results.map((value) => ({ value, label: say(`result.${value}`) }))}
            />
          </Field>
        ) : null}
        {answers ? (
          <p className="templates">
            <span className="soft">{say('say.template')}</span>
            {templates.map((name) => (
              <Button key={name} size="small" onClick={() => setWords(say(`template.${name}`))}>
                {say(`template.name.${name}`)}
              </Button>
            ))}
          </p>
        ) : null}
        <Field
          id="say-words"
          label={say('say.words')}
          why={say('say.words.why', { left: longestWords - words.length })}
          fault={faults.words}
        >
          <Input.TextArea
            {...boundTo('say-words', faults.words)}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={longestWords}
            value={words}
            onChange={(event) => {
              act.edited()
              setWords(event.target.value)
            }}
          />
        </Field>
        <p className="soft">{say(`say.follow.${what}`)}</p>
        {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
        {all.isError ? <FailureNotice failure={all.error} quiet /> : null}
      </form>
      <div className="panel-actions">
        {view.steps.includes('sign') ? (
          <Button type="primary" size="large" loading={sign.isPending} onClick={() => sign.mutate({ act: 'signing' })}>
            {say('sign')}
          </Button>
        ) : null}
        <Button
          type={view.steps.includes('sign') ? 'default' : 'primary'}
          size="large"
          htmlType="submit"
          form={form}
          loading={busy}
        >
          {what === 'group' ? say('say.go.group', { count: view.group?.asks ?? 0 }) : say(`say.go.${what}`)}
        </Button>
      </div>
    </>
  )
}

/** One answer to everybody of the group. */
function useAll(view: AskView, onDone: () => void) {
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  return useMutation({
    mutationFn: ({ words, result }: { words: string; result: Result }) =>
      answerAll(api, view, words, result, key.now()),
    onSuccess: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: askQuery(api, view).queryKey })
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: () => key.refused(),
  })
}
