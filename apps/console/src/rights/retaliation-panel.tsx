import type { RetaliationView } from '@gongqiao/modules/rights/contract.ts'
import { longestWords } from '@gongqiao/modules/rights/machine.ts'
import { retaliationWords } from '@gongqiao/modules/rights/texts/kinds.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { NoSteps } from '../matters/no-steps.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useAsListed } from '../matters/use-as-listed.ts'
import { useActing } from '../session/acting.tsx'
import { ClockLines } from './clock-lines.tsx'
import { answerReport, retaliationQuery, takeUp } from './queries.ts'
import { Talk } from './talk.tsx'
import { useRightsSay } from './texts/index.ts'
import './rights.css'

/** A report of retaliation 打击报复, at the union one level up. */
export function RetaliationPanel({ matter, listed, onNext }: PanelProps) {
  const say = useRightsSay()
  const { api } = useActing()
  const found = useQuery(retaliationQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('ask.title')} />
  return <Found view={found.data} onNext={onNext} />
}

function Found({ view, onNext }: { view: RetaliationView; onNext: (() => void) | null }) {
  const say = useRightsSay()
  const language = useLanguage()
  const words: { readonly [key: string]: string } = retaliationWords[language]
  const { about } = view
  return (
    <div className="ask-panel">
      <h2 className="panel-title">{view.name ?? say('retaliation.unnamed')}</h2>
      <p>
        <Tag>{words.name}</Tag> <strong>{words[`state.${view.state}`] ?? view.state}</strong>
      </p>
      <p className="note note-urgent">{say('retaliation.only')}</p>
      <ClockLines view={view} />
      <Talk matter={view} turns={view.turns} />
      <dl className="facts">
        <dt>{say('retaliation.about')}</dt>
        <dd>
          {nameOf(language, 'kind', about.kind)}
          {about.unit === null ? null : <> · {about.unit.name}</>}
        </dd>
      </dl>
      {view.steps.length === 0 ? <NoSteps onNext={onNext} /> : <Answering view={view} />}
    </div>
  )
}

function Answering({ view }: { view: RetaliationView }) {
  const say = useRightsSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = useFormKey()
  const form = useId()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const fault = tried && words.trim() === '' ? say('say.need.words') : null
  const after = async (next: RetaliationView) => {
    key.done()
    client.setQueryData(retaliationQuery(api, view).queryKey, next)
    await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
  }
  const taking = useMutation({
    mutationFn: () => takeUp(api, view, key.now()),
    onSuccess: async (next) => {
      message.success(say('retaliation.taken'))
      await after(next)
    },
  })
  const answering = useMutation({
    mutationFn: () => answerReport(api, view, words.trim(), key.now()),
    onSuccess: async (next) => {
      message.success(say('say.done'))
      await after(next)
    },
  })
  function go(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (words.trim() !== '') answering.mutate()
  }
  return (
    <>
      {taking.isError ? <FailureNotice failure={taking.error} quiet /> : null}
      <form id={form} onSubmit={go} noValidate>
        <Field id="report-words" label={say('retaliation.answer')} fault={fault}>
          <Input.TextArea
            {...boundTo('report-words', fault)}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={longestWords}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        {answering.isError ? <FailureNotice failure={answering.error} quiet /> : null}
      </form>
      <div className="panel-actions">
        {view.steps.includes('take_up') ? (
          <Button type="primary" size="large" loading={taking.isPending} onClick={() => taking.mutate()}>
            {say('retaliation.take')}
          </Button>
        ) : null}
        <Button size="large" htmlType="submit" form={form} loading={answering.isPending}>
          {say('say.go.answer')}
        </Button>
      </div>
    </>
  )
}
