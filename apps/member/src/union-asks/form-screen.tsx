import type { AskMade } from '@gongqiao/modules/organization/contract.ts'
import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { queryClient, selfQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Choices } from '../kit/choices.tsx'
import { describedBy, Fault, Why } from '../kit/field.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { AskDone } from './ask-done.tsx'
import { type Place, PlaceStep } from './place-step.tsx'
import { ownAsksQuery } from './queries.ts'
import { unionAskTexts } from './texts/index.ts'

/** 要求建会: where one works, which union to ask, and who asks. */
export function UnionAskScreen() {
  const t = useSpeak(unionAskTexts)
  const self = useQuery(selfQuery)
  return (
    <Screen title={t('title')} back="/">
      {self.data === undefined ? <Loaded query={self}>{() => null}</Loaded> : <Form signedIn={self.data !== null} />}
    </Screen>
  )
}

function Form({ signedIn }: { signedIn: boolean }) {
  const t = useSpeak(unionAskTexts)
  const lock = useLock()
  const [askedAs, setAskedAs] = useState<'worker' | 'employer'>('worker')
  const [employer, setEmployer] = useState('')
  const [code, setCode] = useState('')
  const [address, setAddress] = useState('')
  const [members, setMembers] = useState('')
  const [words, setWords] = useState('')
  const [place, setPlace] = useState<Place>()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [phoneCode, setPhoneCode] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const [made, setMade] = useState<AskMade>()
  const asking = usePhoneCode('union-ask', phone, () => post<PhoneCodeSent>('/api/sign-in/phone-codes', { phone }))
  if (made) return <AskDone made={made} signedIn={signedIn} />
  const faults = faultsOf(fault)
  const told = (field: string) => faults.find((one) => one.field === field)?.text

  async function submit() {
    setTried(true)
    if (employer.trim() === '' || place === undefined) return
    setBusy(true)
    setFault(null)
    try {
      const answer = await post<AskMade>('/api/union-asks', {
        ...{ upper: place.id, askedAs },
        employer: {
          name: employer.trim(),
          ...(code.trim() !== '' && { creditCode: code.trim() }),
          ...(address.trim() !== '' && { address: address.trim() }),
        },
        ...(/^[1-9]\d*$/.test(members) && { members: Number(members) }),
        ...(words.trim() !== '' && { words: words.trim() }),
        ...(!signedIn && { name: name.trim(), phone, phoneCode }),
      })
      setMade(answer)
      void queryClient.invalidateQueries({ queryKey: ownAsksQuery.queryKey })
    } catch (error) {
      setFault(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        void lock(submit)
      }}
    >
      <p className="lead">{t('lead')}</p>
      <Text
        id="employer"
        label={t('employer')}
        why={t('employerWhy')}
        value={employer}
        onValue={setEmployer}
        fault={told('/employer/name') ?? (tried && employer.trim() === '' ? t('noEmployer') : undefined)}
      />
      <PlaceStep place={place} onPlace={setPlace} />
      <Fault id="place">{tried && place === undefined ? t('noPlace') : undefined}</Fault>
      <p className="label" aria-hidden="true">
        {t('as')}
      </p>
      <Choices
        name="asked-as"
        legend={t('as')}
        value={askedAs}
        onValue={setAskedAs}
        choices={[
          { value: 'worker', label: t('asWorker') },
          { value: 'employer', label: t('asEmployer') },
        ]}
      />
      {signedIn ? null : (
        <>
          <Text
            id="asker"
            label={t('name')}
            why={t('nameWhy')}
            value={name}
            onValue={setName}
            fault={told('/name')}
            autoComplete="name"
          />
          <label className="label" htmlFor="phone">
            {t('phone')}
          </label>
          <PhoneInput value={phone} onValue={setPhone} fault={told('/phone')} label={t('phone')} />
          <Fault id="phone">{told('/phone')}</Fault>
          {phone.length >= 11 ? (
            <PhoneCodeField asking={asking} value={phoneCode} onValue={setPhoneCode} fault={told('/phoneCode')} />
          ) : null}
        </>
      )}
      <Text
        id="credit-code"
        label={t('code')}
        why={t('codeWhy')}
        value={code}
        onValue={setCode}
        fault={told('/employer/creditCode')}
      />
      <Text id="address" label={t('address')} value={address} onValue={setAddress} fault={told('/employer/address')} />
      <Text id="members" label={t('members')} value={members} onValue={setMembers} numeric fault={told('/members')} />
      <div className="field">
        <label className="label" htmlFor="words">
          {t('words')}
        </label>
        <Why id="words">{t('wordsWhy')}</Why>
        <textarea
          id="words"
          className="input"
          rows={4}
          maxLength={500}
          value={words}
          aria-describedby={describedBy('words', { why: true })}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {faults
        .filter(({ field }) => !shownFields.includes(field))
        .map(({ field, text }) => (
          <Note key={field} tone="wrong" alert>
            <p>{text}</p>
          </Note>
        ))}
      <Trouble fault={faults.length > 0 ? null : fault} onRetry={() => void lock(submit)} />
      <div className="foot">
        <Button type="submit" busy={busy}>
          {busy ? t('sending') : t('send')}
        </Button>
      </div>
    </form>
  )
}

const shownFields = [
  '/employer/name',
  '/employer/creditCode',
  '/employer/address',
  '/members',
  '/name',
  '/phone',
  '/phoneCode',
]

type TextProps = {
  id: string
  label: string
  why?: ReactNode
  value: string
  onValue: (value: string) => void
  fault?: string | undefined
  autoComplete?: string
  numeric?: boolean
}

function Text({ id, label, why, value, onValue, fault, autoComplete, numeric }: TextProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {why === undefined ? null : <Why id={id}>{why}</Why>}
      <input
        id={id}
        className="input"
        maxLength={200}
        value={value}
        inputMode={numeric ? 'numeric' : undefined}
        autoComplete={autoComplete}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={describedBy(id, { why: why !== undefined, fault: fault !== undefined })}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      <Fault id={id}>{fault}</Fault>
    </div>
  )
}
