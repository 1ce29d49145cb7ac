import { useEffect, useRef } from 'react'
import { Button } from '../kit/button.tsx'
import { describedBy, Fault } from '../kit/field.tsx'
import { digitsOf } from '../kit/grouping.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useNow } from '../kit/use-now.ts'
import { useSpeak } from '../settings/preferences.ts'
import { secondsUntilAgain } from './sent-code.ts'
import { phoneCodeTexts } from './texts/index.ts'
import type { PhoneCodeAsking } from './use-phone-code.ts'

type PhoneCodeFieldProps = {
  asking: PhoneCodeAsking
  value: string
  onValue: (value: string) => void
  fault: string | undefined
  id?: string
}

/** The six digits of a text message: filled in by the phone, pasted or typed; asked for again after a pause. */
export function PhoneCodeField({ asking, value, onValue, fault, id = 'phone-code' }: PhoneCodeFieldProps) {
  const t = useSpeak(phoneCodeTexts)
  const input = useRef<HTMLInputElement>(null)
  const { sent } = asking
  const isSent = sent !== undefined

  useEffect(() => {
    if (isSent) input.current?.focus({ preventScroll: true })
  }, [isSent])

  return (
    <div className="field">
      <p id={`${id}-why`} className="why">
        {sent === undefined ? t('notSent') : t('sentTo', { phone: sent.sentTo, minutes: sent.validMinutes })}
      </p>
      <label className="label" htmlFor={id}>
        {t('label')}
      </label>
      <input
        ref={input}
        id={id}
        className="input code"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={value}
        aria-describedby={describedBy(id, { why: true, fault: fault !== undefined })}
        aria-invalid={fault === undefined ? undefined : true}
        onChange={(event) => onValue(digitsOf(event.currentTarget.value).slice(0, 6))}
      />
      <Fault id={id}>{fault}</Fault>
      <AskAgain asking={asking} />
      <Trouble fault={asking.fault} />
    </div>
  )
}

function AskAgain({ asking }: { asking: PhoneCodeAsking }) {
  const t = useSpeak(phoneCodeTexts)
  const seconds = secondsUntilAgain(asking.sent, useNow())
  if (seconds > 0) return <p className="small soft">{t('againIn', { seconds })}</p>
  const words = asking.sent === undefined ? t('send') : t('again')
  return (
    <Button
      kind={asking.sent === undefined ? 'plain' : 'quiet'}
      busy={asking.sending}
      onClick={() => void asking.send().catch(() => undefined)}
    >
      {asking.sending ? t('sending') : words}
    </Button>
  )
}
