import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { ConfidentialField } from '../membership/confidential-field.tsx'
import { sendWindowCode } from '../membership/queries.ts'
import { useActing } from '../session/acting.tsx'
import { transferAtWindow } from './queries.ts'
import { useTransferSay } from './texts/index.ts'
import { faultAt, saysWho, WhoFields } from './who-fields.tsx'

/** A member stands at the window of the union they come to: the code on their own phone is their yes. */
export function WindowDialog({ unit, close }: { unit: string; close: () => void }) {
  const say = useTransferSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [who, setWho] = useState({ name: '', identityNumber: '' })
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [confidential, setConfidential] = useState(false)
  const sending = useMutation({ mutationFn: () => sendWindowCode(api, phone.trim()) })
  const taking = useMutation({
    mutationFn: () =>
      transferAtWindow(api, { unit, ...who }, { phone: phone.trim(), phoneCode: code.trim(), confidential }, key.now()),
    onSuccess: async (view) => {
      message.success(say('windowDone', { name: view.name, from: view.from.name }))
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'transfers'] })
    },
    onError: key.refused,
  })
  const missing = (text: string, words: string) => (tried && text.trim() === '' ? words : null)
  const phoneFault = missing(phone, say('phoneNeeded')) ?? faultAt(taking.error ?? sending.error, 'phone')
  const codeFault = missing(code, say('codeNeeded')) ?? faultAt(taking.error, 'phoneCode')
  return (
    <Modal
      open
      title={say('window')}
      okText={say('windowSend')}
      cancelText={say('cancel')}
      onOk={() => {
        setTried(true)
        if (saysWho(who) && phone.trim() !== '' && code.trim() !== '') taking.mutate()
      }}
      onCancel={close}
      confirmLoading={taking.isPending}
    >
      <p className="soft">{say('windowWhy')}</p>
      <WhoFields
        who={who}
        failure={taking.error}
        tried={tried}
        onChange={(next) => {
          key.edited()
          setWho(next)
        }}
      />
      <Field id="window-phone" label={say('phone')} fault={phoneFault}>
        <Input
          {...boundTo('window-phone', phoneFault)}
          inputMode="tel"
          autoComplete="off"
          maxLength={20}
          value={phone}
          onChange={(event) => {
            key.edited()
            setPhone(event.target.value)
          }}
        />
      </Field>
      <p>
        <Button onClick={() => sending.mutate()} loading={sending.isPending} disabled={phone.trim() === ''}>
          {say('sendCode')}
        </Button>{' '}
        {sending.isSuccess ? <span role="status">{say('codeSent', { phone: phone.trim() })}</span> : null}
      </p>
      <Field id="window-code" label={say('code')} fault={codeFault}>
        <Input
          {...boundTo('window-code', codeFault)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => {
            key.edited()
            setCode(event.target.value)
          }}
        />
      </Field>
      <ConfidentialField
        checked={confidential}
        onChange={(next) => {
          key.edited()
          setConfidential(next)
        }}
      />
      {sending.isError && faultsOf(sending.error).size === 0 ? <FailureNotice failure={sending.error} quiet /> : null}
      {taking.isError && faultsOf(taking.error).size === 0 ? <FailureNotice failure={taking.error} quiet /> : null}
    </Modal>
  )
}
