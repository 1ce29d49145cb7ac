import type { PhoneCodeSent, Self } from '@gongqiao/modules/people/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { queryClient, selfQuery } from '../api/queries.ts'
import { phoneFault } from '../join/phone-fault.ts'
import { Button } from '../kit/button.tsx'
import { Fault } from '../kit/field.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { forgetSent } from '../phone-code/sent-code.ts'
import { phoneCodeTexts } from '../phone-code/texts/index.ts'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { signInTexts } from './texts/index.ts'

const route = getRouteApi('/sign-in')

/** Signing in by a code that is sent to the bound phone. */
export function SignInScreen() {
  const t = useSpeak(signInTexts)
  const { language } = usePreferences()
  const [phone, setPhone] = useState('')
  const lock = useLock()
  const [asked, setAsked] = useState(false)
  const [fault, setFault] = useState<string>()
  const asking = usePhoneCode('sign-in', phone, () => post<PhoneCodeSent>('/api/sign-in/phone-codes', { phone }))

  async function ask() {
    const wrong = await phoneFault(phone, language)
    setFault(wrong)
    if (wrong !== undefined) return document.getElementById('phone')?.focus()
    try {
      if (asking.sent === undefined) await asking.send()
      setAsked(true)
    } catch (refused) {
      setFault(faultsOf(refused).find(({ field }) => field === '/phone')?.text)
    }
  }

  if (asked) return <CodeScreen phone={phone} asking={asking} onBack={() => setAsked(false)} />
  return (
    <Screen title={t('title')} back="/" focus="field">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void lock(ask)
        }}
      >
        <p className="why" id="phone-why">
          {t('why')}
        </p>
        <label className="label" htmlFor="phone">
          {t('phone')}
        </label>
        <PhoneInput value={phone} onValue={setPhone} fault={fault} label={t('phone')} />
        <Fault id="phone">{fault}</Fault>
        <Trouble fault={faultsOf(asking.fault).length > 0 ? null : asking.fault} />
        <div className="foot">
          <Button type="submit" busy={asking.sending}>
            {asking.sending ? t('sending') : t('next')}
          </Button>
        </div>
        <p className="small soft">{t('lost')}</p>
        <p className="small soft">{t('newHere')}</p>
        <p className="small soft">
          {t('onRoster')}{' '}
          <Link className="link" to="/claim">
            {t('toClaim')}
          </Link>
        </p>
      </form>
    </Screen>
  )
}

type CodeScreenProps = { phone: string; asking: ReturnType<typeof usePhoneCode>; onBack: () => void }

function CodeScreen({ phone, asking, onBack }: CodeScreenProps) {
  const t = useSpeak(signInTexts)
  const p = useSpeak(phoneCodeTexts)
  const { next } = route.useSearch()
  const router = useRouter()
  const [phoneCode, setPhoneCode] = useState('')
  const lock = useLock()
  const [unfinished, setUnfinished] = useState(false)
  const entering = useMutation({
    mutationFn: () => post<Self>('/api/sign-in/phone', { phone, phoneCode }),
    onSuccess: (self) => {
      forgetSent('sign-in')
      queryClient.removeQueries({ queryKey: ['me'] })
      queryClient.setQueryData(selfQuery.queryKey, self)
      router.history.replace(next ?? '/')
    },
  })

  async function submit() {
    setUnfinished(phoneCode.length !== 6)
    if (phoneCode.length === 6) await entering.mutateAsync().catch(() => undefined)
    else document.getElementById('phone-code')?.focus()
  }

  const told = faultsOf(entering.error).find(({ field }) => field === '/phoneCode')?.text
  return (
    <Screen key="code" title={t('codeTitle')} back="/" focus="field">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void lock(submit)
        }}
      >
        <PhoneCodeField
          asking={asking}
          value={phoneCode}
          onValue={setPhoneCode}
          fault={unfinished && phoneCode.length !== 6 ? p('whole') : told}
        />
        <Trouble fault={told === undefined ? entering.error : null} onRetry={() => void lock(submit)} />
        <div className="foot">
          <Button type="submit" busy={entering.isPending}>
            {entering.isPending ? t('signingIn') : t('signIn')}
          </Button>
          <Button kind="quiet" onClick={onBack}>
            {t('changePhone')}
          </Button>
        </div>
      </form>
    </Screen>
  )
}
