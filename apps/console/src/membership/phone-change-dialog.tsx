import type { MemberView } from '@gongqiao/modules/membership/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { PhonePaper } from './phone-paper.tsx'
import { ProofFields } from './proof-fields.tsx'
import { changePhone, memberQuery, type Proof } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'
import { emptyProof, missingInProof, placeFaults, proofOf } from './window-form.ts'
import './window.css'

/** A lost or changed phone: staff bind the new number, with the person's own proof. */
export function PhoneChangeDialog({ view, close }: { view: MemberView; close: () => void }) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [phone, setPhone] = useState('')
  const [proof, setProof] = useState(emptyProof)
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: (given: Proof) => changePhone(api, view, phone.trim(), given, key.now()),
    onSuccess: (after) => {
      client.setQueryData(memberQuery(api, view).queryKey, after)
      message.success(say('phone.done', { phone: after.phoneMask ?? '' }))
      close()
    },
    onError: key.refused,
  })
  const { byField, elsewhere } = placeFaults(faultsOf(change.error))
  const missing = tried ? missingInProof(proof) : []
  const phoneFault = byField.get('phone') ?? (tried && phone.trim() === '' ? say('phone.need') : null)

  function go() {
    setTried(true)
    const given = proofOf(proof)
    if (given !== null && phone.trim() !== '') change.mutate(given)
  }

  return (
    <Modal
      open
      title={say('phone.title', { name: view.name })}
      okText={say('phone.go')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={change.isPending}
    >
      <div className="window-column">
        <Field id="new-phone" label={say('phone.new')} fault={phoneFault}>
          <Input
            {...boundTo('new-phone', phoneFault)}
            value={phone}
            inputMode="tel"
            autoComplete="off"
            maxLength={24}
            onChange={(event) => {
              key.edited()
              if (change.isError) change.reset()
              setPhone(event.target.value)
            }}
          />
        </Field>
        <ProofFields
          phone={phone}
          value={proof}
          onChange={(next) => {
            key.edited()
            if (change.isError) change.reset()
            setProof(next)
          }}
          onPrint={() => window.print()}
          codeFault={byField.get('phoneCode') ?? (missing.includes('phoneCode') ? say('proof.need.code') : null)}
          fileFault={byField.get('file') ?? (missing.includes('file') ? say('proof.need.paper') : null)}
        />
        <div className="follows">
          <p>{say('follows')}</p>
          <ul>
            <li>{say('phone.follow.old')}</li>
            <li>{say('phone.follow.record')}</li>
          </ul>
        </div>
        {change.isError && (byField.size === 0 || elsewhere.length > 0) ? (
          <FailureNotice failure={change.error} quiet />
        ) : null}
      </div>
      <PhonePaper view={view} phone={phone} />
    </Modal>
  )
}
