import type { TransferView } from '@gongqiao/modules/membership/contract.ts'
import { type ObjectionReason, objectionReasons } from '@gongqiao/modules/membership/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { actOnTransfer, transferQuery } from './queries.ts'
import { useTransferSay } from './texts/index.ts'

/** The shortest words that explain something, in characters. */
export const shortestNote = 10
export const longestNote = 500

/** Objects to a transfer with a listed reason and words that explain it; says what follows. */
export function ObjectDialog({ view, close }: { view: TransferView; close: () => void }) {
  const say = useTransferSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [reason, setReason] = useState<ObjectionReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const words = note.trim()
  const short = words.length < shortestNote
  const object = useMutation({
    mutationFn: (chosen: ObjectionReason) =>
      actOnTransfer(api, view, { path: 'objection', body: { reason: chosen, note: words } }, key.now()),
    onSuccess: async (after) => {
      message.success(say('objected'))
      client.setQueryData(transferQuery(api, view).queryKey, after)
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: key.refused,
  })

  function go() {
    setTried(true)
    if (reason !== null && !short) object.mutate(reason)
  }

  return (
    <Modal
      open
      title={say('objectTitle', { name: view.name })}
      okText={say('send')}
      cancelText={say('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={object.isPending}
    >
      <p className="soft">{say('objectWhy')}</p>
      <Field
        id="objection-reason"
        label={say('reason')}
        fault={tried && reason === null ? say('reasonNeeded') : null}
        group
      >
        <Radio.Group
          value={reason}
          onChange={(event) => {
            key.edited()
            setReason(objectionReasons.find((one) => one === event.target.value) ?? null)
          }}
          options={objectionReasons.map((one) => ({ value: one, label: say(`reason.${one}`) }))}
        />
      </Field>
      <Field
        id="objection-note"
        label={say('note')}
        why={say('noteWhy')}
        fault={tried && short ? say('noteShort') : null}
      >
        <Input.TextArea
          {...boundTo('objection-note', tried && short ? say('noteShort') : null)}
          rows={4}
          maxLength={longestNote}
          value={note}
          onChange={(event) => {
            key.edited()
            setNote(event.target.value)
          }}
        />
      </Field>
      {object.isError ? <FailureNotice failure={object.error} quiet /> : null}
    </Modal>
  )
}
