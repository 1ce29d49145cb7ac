import type { PhoneCodeSent } from '@gongqiao/modules/people/contract.ts'
import type { Received } from '@gongqiao/modules/rights/contract.ts'
import { offeredTopics } from '@gongqiao/modules/rights/machine.ts'
import { topicWords } from '@gongqiao/modules/rights/texts/topics.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Fault } from '../kit/field.tsx'
import { Note } from '../kit/note.tsx'
import { PhoneInput } from '../kit/phone-input.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { PhoneCodeField } from '../phone-code/phone-code-field.tsx'
import { usePhoneCode } from '../phone-code/use-phone-code.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { bodyOf, Composer, isSaid, nothingSaid } from './composer.tsx'
import { type Place, PlacePicker } from './place-picker.tsx'
import { askTexts } from './texts/index.ts'
import { useSending } from './use-sending.ts'
import type { As } from './ways.ts'

type AskFormProps = {
  as: As
  /** The union that holds whoever asks in their own name. */
  ownUnit: string | undefined
  onDone: (received: Received) => void
  onKept: () => void
}

const route = getRouteApi('/ask')

/** Topics that are offered, and the one that only a link names: the employer stands in the way of joining or founding. */
const topics = [...offeredTopics, '18'] as const
type Topic = (typeof topics)[number]

/** What is asked, of whom, and what may be said beside it. */
export function AskForm({ as, ownUnit, onDone, onKept }: AskFormProps) {
  const t = useSpeak(askTexts)
  const lock = useLock()
  const [said, setSaid] = useState(nothingSaid)
  const [place, setPlace] = useState<Place>()
  const [elsewhere, setElsewhere] = useState(false)
  const [confidential, setConfidential] = useState(false)
  const [urgent, setUrgent] = useState(false)
  const preset = route.useSearch().topic
  const [topic, setTopic] = useState<Topic | ''>(() => topics.find((code) => code === preset) ?? '')
  const [employer, setEmployer] = useState('')
  const [phone, setPhone] = useState('')
  const [phoneCode, setPhoneCode] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const asking = usePhoneCode('ask', phone, () => post<PhoneCodeSent>('/api/sign-in/phone-codes', { phone }))
  const sending = useSending(as, onDone, onKept)
  const wantsPlace = as !== 'person' || ownUnit === undefined || elsewhere
  const ready = isSaid(said) && (!wantsPlace || place !== undefined)

  async function submit() {
    setTried(true)
    if (!ready) return
    await sending.send({
      ...bodyOf(said),
      ...(topic !== '' && { topic }),
      ...(urgent && { urgent }),
      ...(employer.trim() !== '' && { employer: { name: employer.trim() } }),
      ...(wantsPlace && place !== undefined && { unit: place.id }),
      ...(!wantsPlace && confidential && { confidential }),
      ...(as === 'phone' && { phone, phoneCode, ...(name.trim() !== '' && { name: name.trim() }) }),
    })
  }

  const told = (field: string) => faultsOf(sending.fault).find((fault) => fault.field === field)?.text
  return (
    <form
      noValidate
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault()
        void lock(submit)
      }}
    >
      <Composer said={said} onSaid={setSaid} fault={tried && !isSaid(said) ? t('nothing') : told('/words')} />
      {wantsPlace ? (
        <>
          <PlacePicker place={place} onPlace={setPlace} />
          {tried && place === undefined ? <Fault id="place">{t('noUnion')}</Fault> : null}
          {as === 'person' && ownUnit !== undefined ? (
            <Button kind="quiet" onClick={() => setElsewhere(false)}>
              {t('ownUnion')}
            </Button>
          ) : null}
        </>
      ) : (
        <div className="chosen-place">
          <p className="label">{t('place')}</p>
          <p className="place-name">{ownUnit}</p>
          <Check
            checked={confidential}
            onChecked={setConfidential}
            label={t('confidential')}
            why={t('confidentialWhy')}
          />
          <Button kind="quiet" onClick={() => setElsewhere(true)}>
            {t('otherPlace')}
          </Button>
        </div>
      )}
      {as === 'phone' ? (
        <>
          <label className="label" htmlFor="ask-name">
            {t('name')}
          </label>
          <input
            id="ask-name"
            className="input"
            maxLength={50}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
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
      ) : null}
      <Check checked={urgent} onChecked={setUrgent} label={t('urgent')} why={t('urgentWhy')} />
      <More topic={topic} onTopic={setTopic} employer={employer} onEmployer={setEmployer} />
      {faultsOf(sending.fault)
        .filter(({ field }) => !['/words', '/phone', '/phoneCode'].includes(field))
        .map(({ field, text }) => (
          <Note key={field} tone="wrong" alert>
            <p>{text}</p>
          </Note>
        ))}
      <Trouble fault={faultsOf(sending.fault).length > 0 ? null : sending.fault} onRetry={() => void lock(submit)} />
      <div className="foot">
        <Button type="submit" busy={sending.busy}>
          {sending.busy ? t('sending') : t('send')}
        </Button>
      </div>
    </form>
  )
}

type CheckProps = { checked: boolean; onChecked: (checked: boolean) => void; label: string; why: string }

function Check({ checked, onChecked, label, why }: CheckProps) {
  return (
    <label className={checked ? 'choice chosen ask-check' : 'choice ask-check'}>
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span>
        <span className="check-label">{label}</span>
        <span className="small soft check-why">{why}</span>
      </span>
    </label>
  )
}

type MoreProps = {
  topic: Topic | ''
  onTopic: (topic: Topic | '') => void
  employer: string
  onEmployer: (employer: string) => void
}

/** What need not be said: an officer can sort it. */
function More({ topic, onTopic, employer, onEmployer }: MoreProps) {
  const t = useSpeak(askTexts)
  const { language } = usePreferences()
  // What a link said already is shown; whoever closes it has closed it.
  const [begins] = useState(topic !== '')
  const shown = topics.filter((code) => code !== '18' || topic === '18')
  return (
    <details className="ask-more" open={begins}>
      <summary>{t('more')}</summary>
      <fieldset className="chips">
        <legend className="label">{t('topic')}</legend>
        {shown.map((code) => (
          <button
            key={code}
            type="button"
            className={topic === code ? 'chip chosen' : 'chip'}
            aria-pressed={topic === code}
            onClick={() => onTopic(topic === code ? '' : code)}
          >
            {topicWords[language][code]}
          </button>
        ))}
      </fieldset>
      <label className="label" htmlFor="ask-employer">
        {t('employer')}
      </label>
      <input
        id="ask-employer"
        className="input"
        maxLength={100}
        placeholder={t('employerHint')}
        value={employer}
        onChange={(event) => onEmployer(event.currentTarget.value)}
      />
    </details>
  )
}
