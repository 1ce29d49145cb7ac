import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import type { MyAsk } from '@gongqiao/modules/rights/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Fault } from '../kit/field.tsx'
import { Note } from '../kit/note.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskDetail } from './ask-detail.tsx'
import { inGroups } from './code-shown.tsx'
import { askTexts } from './texts/index.ts'

/** 凭查询码查看: the code stands in no address and is kept nowhere on this phone. */
export function AskCodeScreen() {
  const t = useSpeak(askTexts)
  const [code, setCode] = useState('')
  const [ask, setAsk] = useState<MyAsk>()
  const looking = useMutation({
    mutationFn: () => post<MyAsk>('/api/asks/by-code', { code }, undefined, 'nobody'),
    onSuccess: setAsk,
  })
  if (ask !== undefined) {
    return (
      <Screen key="ask" title={t('title')} back="/">
        <AskDetail ask={ask} code={code} onChanged={setAsk} />
      </Screen>
    )
  }
  return (
    <Screen title={t('byCode')} back="/" focus="field">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          looking.mutate()
        }}
      >
        <p className="why" id="code-why">
          {t('byCodeWhy')}
        </p>
        <label className="label" htmlFor="query-code">
          {t('code')}
        </label>
        <input
          id="query-code"
          className="input query-code-input"
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          value={code}
          aria-describedby="code-why"
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <Trouble fault={looking.error} onRetry={() => looking.mutate()} />
        <div className="foot">
          <Button type="submit" busy={looking.isPending}>
            {looking.isPending ? t('looking') : t('look')}
          </Button>
        </div>
      </form>
      <Recovering />
    </Screen>
  )
}

/** New codes for what was asked with a phone. */
function Recovering() {
  const t = useSpeak(askTexts)
  const [phone, setPhone] = useState('')
  const [phoneCode, setPhoneCode] = useState('')
  const asking = usePhoneCode('ask', phone, () => post<PhoneCodeSent>('/api/sign-in/phone-codes', { phone }))
  const recovering = useMutation({
    mutationFn: () => post<{ codes: readonly string[] }>('/api/asks/codes', { phone, phoneCode }, undefined, 'nobody'),
  })
  const told = (field: string) => faultsOf(recovering.error).find((fault) => fault.field === field)?.text
  if (recovering.data !== undefined) {
    return (
      <Note tone="done" title={t('recovered')} alert>
        <p>{t('recoveredWhy')}</p>
        {recovering.data.codes.map((one) => (
          <p key={one} className="code-text">
            {inGroups(one)}
          </p>
        ))}
      </Note>
    )
  }
  return (
    <details className="ask-more">
      <summary>{t('lostCode')}</summary>
      <p>{t('recoverWhy')}</p>
      <label className="label" htmlFor="phone">
        {t('phone')}
      </label>
      <PhoneInput value={phone} onValue={setPhone} fault={told('/phone')} label={t('phone')} />
      <Fault id="phone">{told('/phone')}</Fault>
      {phone.length >= 11 ? (
        <PhoneCodeField asking={asking} value={phoneCode} onValue={setPhoneCode} fault={told('/phoneCode')} />
      ) : null}
      <Trouble fault={faultsOf(recovering.error).length > 0 ? null : recovering.error} />
      <Button kind="plain" busy={recovering.isPending} onClick={() => recovering.mutate()}>
        {t('recover')}
      </Button>
    </details>
  )
}
