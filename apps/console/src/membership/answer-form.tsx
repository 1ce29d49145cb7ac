import type { ReportView } from '@gongqiao/modules/membership/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { kindOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { answerReport, reportQuery } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

const longest = 300

/** Answers a report in words to the person, after saying what follows. */
export function AnswerForm({ view }: { view: ReportView }) {
  const say = useMembershipSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const form = useId()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const words = note.trim()
  const fault = tried && words === '' ? say('report.need.answer') : null
  const again = () => client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
  const answer = useMutation({
    mutationFn: () => answerReport(api, view, words, key.now()),
    onSuccess: async (after) => {
      message.success(say('report.done', { name: view.name }))
      client.setQueryData(reportQuery(api, view).queryKey, after)
      await again()
    },
    onError: async (failure) => {
      key.refused()
      // Somebody was faster, most likely the person: what stands now is shown instead of this form.
      if (kindOf(failure) !== 'refused') return
      await client.invalidateQueries({ queryKey: reportQuery(api, view).queryKey })
      await again()
    },
  })

  function go(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (words === '') document.getElementById('answer')?.focus()
    else answer.mutate()
  }

  return (
    <>
      <form id={form} onSubmit={go} noValidate aria-label={say('report.answer')}>
        <Field
          id="answer"
          label={say('report.answer')}
          why={say('report.answer.why', { left: longest - note.length })}
          fault={fault}
        >
          <Input.TextArea
            {...boundTo('answer', fault)}
            rows={4}
            maxLength={longest}
            value={note}
            onChange={(event) => {
              key.edited()
              setNote(event.target.value)
            }}
          />
        </Field>
        <div className="follows">
          <p>{say('follows')}</p>
          <ul>
            <li>{say('report.follow.message', { name: view.name })}</li>
            <li>{say('report.follow.word')}</li>
          </ul>
        </div>
        {answer.isError ? <FailureNotice failure={answer.error} quiet /> : null}
      </form>
      <div className="panel-actions">
        <Button type="primary" size="large" htmlType="submit" form={form} loading={answer.isPending}>
          {say('report.go')}
        </Button>
      </div>
    </>
  )
}
