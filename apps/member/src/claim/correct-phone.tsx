import type { MyRecord } from '@gongqiao/modules/membership/contract.ts'
import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { phoneFault } from '../join/phone-fault.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fault, Why } from '../kit/field.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { forgetSent } from '../phone-code/sent-code.ts'
import { phoneCodeTexts } from '../phone-code/texts/index.ts'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { claimTexts } from './texts/index.ts'

type CorrectPhoneProps = { path: string; onDone: (after: MyRecord) => void; onClose: () => void }

/** Takes another phone of one's own, proved by its code. */
export function CorrectPhone({ path, onDone, onClose }: CorrectPhoneProps) {
  const t = useSpeak(claimTexts)
  const k = useSpeak(kitTexts)
  const p = useSpeak(phoneCodeTexts)
  const { language } = usePreferences()
  const lock = useLock()
  const [phone, setPhone] = useState('')
  const [phoneCode, setPhoneCode] = useState('')
  const [fault, setFault] = useState<string>()
  const asking = usePhoneCode('alert', phone, () => post<PhoneCodeSent>('/api/sign-in/phone-codes', { phone }))
  const saving = useMutation({
    mutationFn: () => post<MyRecord>(path, { phone, phoneCode }),
    onSuccess: (after) => {
      forgetSent('alert')
      onDone(after)
    },
    onError: (refused) => setFault(faultsOf(refused).find(({ field }) => field === '/phoneCode')?.text),
  })
  const sent = asking.sent !== undefined

  async function submit() {
    if (!sent) {
      const wrong = await phoneFault(phone, language)
      setFault(wrong)
      if (wrong === undefined) await asking.send().catch(() => undefined)
    } else if (phoneCode.length !== 6) {
      setFault(p('whole'))
    } else {
      setFault(undefined)
      await saving.mutateAsync().catch(() => undefined)
    }
  }

  const action = sent ? (saving.isPending ? t('saving') : t('save')) : asking.sending ? t('sendingCode') : t('sendCode')
  return (
    <Dialog title={t('phoneTitle')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void lock(submit)
        }}
      >
        {sent ? (
          <PhoneCodeField asking={asking} value={phoneCode} onValue={setPhoneCode} fault={fault} />
        ) : (
          <>
            <Why id="phone">{t('phoneWhy')}</Why>
            <PhoneInput value={phone} onValue={setPhone} fault={fault} label={t('phone')} />
            <Fault id="phone">{fault}</Fault>
            <Trouble fault={asking.fault} />
          </>
        )}
        <Trouble fault={faultsOf(saving.error).length > 0 ? null : saving.error} />
        <div className="stack acts">
          <Button type="submit" busy={asking.sending || saving.isPending}>
            {action}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {k('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
