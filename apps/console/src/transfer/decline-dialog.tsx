import type { IncomingView } from '@gongqiao/modules/membership/contract.ts'
import { type TransferDeclineReason, transferDeclineReasons } from '@gongqiao/modules/membership/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { longestNote, shortestNote } from './object-dialog.tsx'
import { actOnIncoming, incomingQuery } from './queries.ts'
import { useTransferSay } from './texts/index.ts'

/** Says that a member does not belong here, with a listed reason that they see. */
export function DeclineDialog({ view, close }: { view: IncomingView; close: () => void }) {
  const say = useTransferSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [reason, setReason] = useState<TransferDeclineReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const words = note.trim()
  const short = words !== '' && words.length < shortestNote
  const decline = useMutation({
    mutationFn: (chosen: TransferDeclineReason) => {
      const body = words === '' ? { reason: chosen } : { reason: chosen, note: words }
      return actOnIncoming(api, view, { path: 'refusal', body }, key.now())
    },
    onSuccess: async (after) => {
      message.success(say('declineDone'))
      client.setQueryData(incomingQuery(api, view).queryKey, after)
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: key.refused,
  })

  function go() {
    setTried(true)
    if (reason !== null && !short) decline.mutate(reason)
  }

  return (
    <Modal
      open
      title={say('declineTitle', { name: view.name })}
      okText={say('decline')}
      cancelText={say('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={decline.isPending}
    >
      <p className="soft">{say('declineWhy', { from: view.from.name })}</p>
      <Field
        id="decline-reason"
        label={say('reason')}
        fault={tried && reason === null ? say('reasonNeeded') : null}
        group
      >
        <Radio.Group
          value={reason}
          onChange={(event) => {
            key.edited()
            setReason(transferDeclineReasons.find((one) => one === event.target.value) ?? null)
          }}
          options={transferDeclineReasons.map((one) => ({ value: one, label: say(`decline.${one}`) }))}
        />
      </Field>
      <Field id="decline-note" label={say('noteMaybe')} fault={tried && short ? say('noteShort') : null}>
        <Input.TextArea
          {...boundTo('decline-note', tried && short ? say('noteShort') : null)}
          rows={3}
          maxLength={longestNote}
          value={note}
          onChange={(event) => {
            key.edited()
            setNote(event.target.value)
          }}
        />
      </Field>
      {decline.isError ? <FailureNotice failure={decline.error} quiet /> : null}
    </Modal>
  )
}
