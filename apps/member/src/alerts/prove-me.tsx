import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { phoneFault } from '../join/phone-fault.ts'
import { Button } from '../kit/button.tsx'
import { Fault, Why } from '../kit/field.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { forgetSent } from '../phone-code/sent-code.ts'
import { phoneCodeTexts } from '../phone-code/texts/index.ts'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { alertTexts } from './texts/index.ts'

/** Proof that it is me: a code sent to the phone on record, which I name. */
export function ProveMe({ path, onProved }: { path: string; onProved: () => void }) {
  const t = useSpeak(alertTexts)
  const p = useSpeak(phoneCodeTexts)
  const { language } = usePreferences()
  const lock = useLock()
  const [phone, setPhone] = useState('')
  const [phoneCode, setPhoneCode] = useState('')
  const [fault, setFault] = useState<string>()
  const asking = usePhoneCode('alert', phone, () => post<PhoneCodeSent>('/api/sign-in/phone-codes', { phone }))
  const proving = useMutation({
    mutationFn: () => post(path, { phoneCode }),
    onSuccess: () => {
      forgetSent('alert')
      void queryClient.invalidateQueries({ queryKey: ['me'] })
      onProved()
    },
    onError: (refused) => setFault(faultsOf(refused).find(({ field }) => field === '/phoneCode')?.text),
  })

  async function submit() {
    if (asking.sent === undefined) {
      const wrong = await phoneFault(phone, language)
      setFault(wrong)
      if (wrong === undefined) await asking.send().catch(() => undefined)
    } else if (phoneCode.length !== 6) {
      setFault(p('whole'))
    } else {
      setFault(undefined)
      await proving.mutateAsync().catch(() => undefined)
    }
  }

  const sent = asking.sent !== undefined
  const action = sent ? (proving.isPending ? t('confirming') : t('confirm')) : asking.sending ? t('sending') : t('send')
  return (
    <Screen key="proving" title={t('phoneTitle')} back="/" focus="field">
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
        <Trouble fault={faultsOf(proving.error).length > 0 ? null : proving.error} />
        <div className="foot">
          <Button type="submit" busy={asking.sending || proving.isPending}>
            {action}
          </Button>
        </div>
      </form>
    </Screen>
  )
}
