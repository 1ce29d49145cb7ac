import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { type ReturnReason, returnReasons } from '@gongqiao/modules/membership/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { applicationQuery, returnApplication } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/** Returns an application with a reason; the person sees reason and note, and can mend it. */
export function ReturnDialog({ view, close }: { view: ApplicationView; close: () => void }) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [reason, setReason] = useState<ReturnReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const noReason = reason === null ? say('return.need.reason') : null
  const noNote = reason === 'other' && note.trim() === '' ? say('return.need.note') : null
  const giveBack = useMutation({
    mutationFn: (chosen: ReturnReason) =>
      returnApplication(
        api,
        view,
        note.trim() === '' ? { reason: chosen } : { reason: chosen, note: note.trim() },
        key.now(),
      ),
    onSuccess: async (after) => {
      message.success(say('return.done', { name: view.name }))
      client.setQueryData(applicationQuery(api, view).queryKey, after)
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: key.refused,
  })

  function go() {
    setTried(true)
    if (reason !== null && noNote === null) giveBack.mutate(reason)
  }

  return (
    <Modal
      open
      title={say('return.title', { name: view.name })}
      okText={say('step.return')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={giveBack.isPending}
    >
      <Field id="reason" label={say('return.reason')} fault={tried ? noReason : null} group>
        <Radio.Group
          className="choices"
          name="reason"
          value={reason}
          onChange={(event) => {
            key.edited()
            setReason(returnReasons.find((known) => known === event.target.value) ?? null)
          }}
          options={returnReasons.map((value) => ({ value, label: say(`reason.${value}`) }))}
        />
      </Field>
      <Field
        id="note"
        label={say('return.note')}
        why={say('return.note.why', { left: 300 - note.length })}
        fault={tried ? noNote : null}
      >
        <Input.TextArea
          {...boundTo('note', tried ? noNote : null)}
          rows={3}
          maxLength={300}
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
          <li>{say('return.follow.person', { name: view.name })}</li>
          <li>{say('return.follow.back')}</li>
        </ul>
      </div>
      {giveBack.isError ? <FailureNotice failure={giveBack.error} quiet /> : null}
    </Modal>
  )
}
