import type { TransferView } from '@gongqiao/modules/membership/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { longestNote, shortestNote } from './object-dialog.tsx'
import { actOnTransfer, transferQuery } from './queries.ts'
import { useTransferSay } from './texts/index.ts'

/** Decides over an objection, with reasons that both unions and the member read. */
export function DecideForm({ view }: { view: TransferView }) {
  const say = useTransferSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const words = note.trim()
  const fault = tried && words.length < shortestNote ? say('noteShort') : null
  const decide = useMutation({
    mutationFn: (decision: 'overrule' | 'uphold') =>
      actOnTransfer(api, view, { path: 'decision', body: { decision, note: words } }, key.now()),
    onSuccess: async (after) => {
      message.success(say('decided'))
      client.setQueryData(transferQuery(api, view).queryKey, after)
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: key.refused,
  })

  function go(decision: 'overrule' | 'uphold') {
    setTried(true)
    if (words.length >= shortestNote) decide.mutate(decision)
    else document.getElementById('decision-note')?.focus()
  }

  return (
    <section aria-label={say('decide')}>
      <Field id="decision-note" label={say('note')} why={say('decideWhy')} fault={fault}>
        <Input.TextArea
          {...boundTo('decision-note', fault)}
          rows={4}
          maxLength={longestNote}
          value={note}
          onChange={(event) => {
            key.edited()
            setNote(event.target.value)
          }}
        />
      </Field>
      {decide.isError ? <FailureNotice failure={decide.error} quiet /> : null}
      <div className="panel-actions">
        <Button type="primary" size="large" loading={decide.isPending} onClick={() => go('overrule')}>
          {say('overrule')}
        </Button>
        <Button size="large" disabled={decide.isPending} onClick={() => go('uphold')}>
          {say('uphold')}
        </Button>
      </div>
    </section>
  )
}
