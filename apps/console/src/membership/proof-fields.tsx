import { PrinterOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import { sendWindowCode } from './queries.ts'
import { ScanField } from './scan-field.tsx'
import { useMembershipSay } from './texts/index.ts'
import { emptyProof, type ProofDraft } from './window-form.ts'

/** How the person at the window confirms: by a code they read out, or on signed paper that is scanned in. */
export function ProofFields({
  phone,
  value,
  onChange,
  onPrint,
  codeFault,
  fileFault,
}: {
  phone: string
  value: ProofDraft
  onChange: (next: ProofDraft) => void
  /** Prints the sheet to sign, where it is not offered elsewhere on the page. */
  onPrint?: () => void
  codeFault: string | null | undefined
  fileFault: string | null | undefined
}) {
  const say = useMembershipSay()
  return (
    <>
      <Field id="proof" label={say('proof.label')} group>
        <Radio.Group
          name="proof"
          value={value.kind}
          onChange={(event) => onChange({ ...emptyProof, kind: event.target.value === 'paper' ? 'paper' : 'code' })}
          options={[
            { value: 'code', label: say('proof.code') },
            { value: 'paper', label: say('proof.paper') },
          ]}
        />
      </Field>
      {value.kind === 'code' ? (
        <CodeField
          phone={phone}
          value={value.phoneCode}
          onChange={(phoneCode) => onChange({ ...value, phoneCode })}
          fault={codeFault}
        />
      ) : (
        <>
          {onPrint ? (
            <Button icon={<PrinterOutlined />} onClick={onPrint}>
              {say('window.print')}
            </Button>
          ) : null}
          <ScanField fault={fileFault} onStored={(file) => onChange({ ...value, file })} />
        </>
      )}
    </>
  )
}

function CodeField({
  phone,
  value,
  onChange,
  fault,
}: {
  phone: string
  value: string
  onChange: (code: string) => void
  fault: string | null | undefined
}) {
  const say = useMembershipSay()
  const { api } = useActing()
  const [wait, startWait] = useCountdown()
  const [noPhone, setNoPhone] = useState(false)
  const send = useMutation({
    mutationFn: () => sendWindowCode(api, phone.trim()),
    onSuccess: (sent) => startWait(sent.againSeconds),
  })

  function ask() {
    setNoPhone(phone.trim() === '')
    if (phone.trim() !== '') send.mutate()
  }

  const shown = fault ?? (noPhone && phone.trim() === '' ? say('proof.need.phone') : null)
  return (
    <Field
      id="phone-code"
      label={say('proof.code.field')}
      fault={shown}
      why={
        <span role="status">
          {send.data
            ? say('proof.code.sent', { phone: send.data.sentTo, minutes: Math.round(send.data.validSeconds / 60) })
            : say('proof.code.why')}
        </span>
      }
    >
      <div className="phone-code">
        <Input
          {...boundTo('phone-code', shown)}
          value={value}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 6))}
        />
        <Button onClick={ask} loading={send.isPending} disabled={wait > 0}>
          {wait > 0 ? say('proof.code.again', { seconds: wait }) : say('proof.code.send')}
        </Button>
      </div>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
    </Field>
  )
}

/** Seconds that run down to 0. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const tick = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(tick)
  }, [left])
  return [left, setLeft]
}
