import type { Received } from '@gongqiao/modules/rights/contract.ts'
import {
  type AskClass,
  askClasses,
  longestWords,
  mediaLimits,
  type Result,
  results,
  topics,
} from '@gongqiao/modules/rights/machine.ts'
import { topicWords } from '@gongqiao/modules/rights/texts/topics.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { IntakePictures, type TakenPicture } from './intake-pictures.tsx'
import { type Chosen, MemberPicker } from './member-picker.tsx'
import { useRightsSay } from './texts/index.ts'

const channels = ['window', 'phone'] as const

/** One form for what somebody says; only their words are asked for. */
export function IntakeForm({ unit, onDone }: { unit: string; onDone: (received: Received) => void }) {
  const say = useRightsSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const key = useFormKey()
  const [channel, setChannel] = useState<(typeof channels)[number]>('window')
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [number, setNumber] = useState('')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [employer, setEmployer] = useState('')
  const [code, setCode] = useState('')
  const [topic, setTopic] = useState<string | undefined>()
  const [level, setLevel] = useState<AskClass>('general')
  const [pictures, setPictures] = useState<readonly TakenPicture[]>([])
  const [instant, setInstant] = useState(false)
  const [answer, setAnswer] = useState('')
  const [result, setResult] = useState<Result | null>(null)
  const [tried, setTried] = useState(false)
  const taking = useMutation({
    mutationFn: () => api.send<Received>('/api/window/asks', body(), key.now()),
    onSuccess: onDone,
    onError: () => key.refused(),
  })
  const server = faultsOf(taking.error)
  const faults = {
    words: tried && words.trim() === '' ? say('intake.need') : (server.get('/words') ?? null),
    answer: tried && instant && answer.trim() === '' ? say('say.need.words') : null,
    result: tried && instant && result === null ? say('say.need.result') : null,
  }
  const edited =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      key.edited()
      set(value)
    }

  function body() {
    const employerName = employer.trim()
    const creditCode = code.trim()
    return {
      unit,
      channel,
      words: words.trim(),
      class: level,
      ...(chosen !== null && { person: chosen.person }),
      ...(chosen === null && name.trim() !== '' && { name: name.trim() }),
      ...(chosen?.claimed !== true && phone.trim() !== '' && { phone: phone.trim() }),
      ...(chosen === null && channel === 'window' && number.trim() !== '' && { identityNumber: number.trim() }),
      ...(topic !== undefined && { topic }),
      ...((employerName !== '' || creditCode !== '') && {
        employer: {
          ...(employerName !== '' && { name: employerName }),
          ...(creditCode !== '' && { code: creditCode }),
        },
      }),
      ...(pictures.length > 0 && { pictures: pictures.map(({ data }) => data) }),
      ...(instant && result !== null && { answer: { words: answer.trim(), result } }),
    }
  }

  function go(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (words.trim() === '') return document.getElementById('intake-said')?.focus()
    if (instant && (answer.trim() === '' || result === null)) return document.getElementById('intake-answer')?.focus()
    taking.mutate()
    return undefined
  }

  return (
    <form className="intake" onSubmit={go} noValidate>
      <Field id="intake-channel" label={say('intake.channel')} group>
        <Radio.Group
          name="intake-channel"
          value={channel}
          onChange={(event) => setChannel(channels.find((one) => one === event.target.value) ?? 'window')}
          options={channels.map((value) => ({ value, label: say(`intake.channel.${value}`) }))}
        />
      </Field>
      <Field id="intake-said" label={say('intake.said')} why={say('intake.said.why')} fault={faults.words}>
        <Input.TextArea
          {...boundTo('intake-said', faults.words)}
          autoFocus
          autoSize={{ minRows: 5, maxRows: 16 }}
          maxLength={longestWords}
          value={words}
          onChange={(event) => edited(setWords)(event.target.value)}
        />
      </Field>
      {may('membership.list_roll') ? (
        <MemberPicker unit={unit} chosen={chosen} fault={server.get('/person')} onChosen={edited(setChosen)} />
      ) : null}
      <div className="intake-pair">
        {chosen === null ? (
          <Plain id="intake-name" label={say('intake.name')} value={name} onValue={edited(setName)} />
        ) : null}
        {chosen?.claimed === true ? null : (
          <Plain
            id="intake-phone"
            label={say('intake.phone')}
            value={phone}
            onValue={edited(setPhone)}
            fault={server.get('/phone')}
          />
        )}
      </div>
      {channel === 'window' && chosen === null ? (
        <div className="intake-pair">
          <Field
            id="intake-number"
            label={say('intake.number')}
            why={say('intake.number.why')}
            fault={server.get('/identityNumber')}
          >
            <Input
              {...boundTo('intake-number', server.get('/identityNumber'))}
              maxLength={30}
              autoComplete="off"
              value={number}
              onChange={(event) => edited(setNumber)(event.target.value)}
            />
          </Field>
        </div>
      ) : null}
      <div className="intake-pair">
        <Plain id="intake-employer" label={say('intake.employer')} value={employer} onValue={edited(setEmployer)} />
        <Plain
          id="intake-code"
          label={say('intake.code')}
          value={code}
          onValue={edited(setCode)}
          fault={server.get('/employer/code')}
        />
      </div>
      <div className="intake-pair">
        <Field id="intake-topic" label={say('intake.topic')}>
          <Select<string>
            id="intake-topic"
            allowClear
            value={topic ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={topics.map((value) => ({ value, label: topicWords[language][value] }))}
            onChange={(value) => setTopic(value ?? undefined)}
          />
        </Field>
        <Field id="intake-class" label={say('intake.class')}>
          <Select<AskClass>
            id="intake-class"
            value={level}
            options={askClasses.map((value) => ({ value, label: say(`class.${value}`) }))}
            onChange={setLevel}
          />
        </Field>
      </div>
      <IntakePictures
        pictures={pictures}
        onPictures={edited(setPictures)}
        most={mediaLimits.pictures}
        fault={[...server].find(([field]) => field.startsWith('/pictures'))?.[1]}
      />
      <p>
        <Checkbox checked={instant} onChange={(event) => setInstant(event.target.checked)}>
          {say('intake.instant')}
        </Checkbox>{' '}
        <span className="soft">{say('intake.instant.why')}</span>
      </p>
      {instant ? (
        <>
          <Field id="intake-result" label={say('say.result')} fault={faults.result} group>
            <Radio.Group
              className="choices"
              name="intake-result"
              value={result}
              onChange={(event) => setResult(results.find((one) => one === event.target.value) ?? null)}
              options={results.map((value) => ({ value, label: say(`result.${value}`) }))}
            />
          </Field>
          <Field id="intake-answer" label={say('say.words')} fault={faults.answer}>
            <Input.TextArea
              {...boundTo('intake-answer', faults.answer)}
              autoSize={{ minRows: 3, maxRows: 12 }}
              maxLength={longestWords}
              value={answer}
              onChange={(event) => edited(setAnswer)(event.target.value)}
            />
          </Field>
        </>
      ) : null}
      {taking.isError ? <FailureNotice failure={taking.error} quiet /> : null}
      <p className="panel-actions">
        <Button type="primary" size="large" htmlType="submit" loading={taking.isPending}>
          {say('intake.go')}
        </Button>
      </p>
    </form>
  )
}

type PlainProps = {
  id: string
  label: string
  value: string
  onValue: (value: string) => void
  fault?: string | undefined
}

function Plain({ id, label, value, onValue, fault }: PlainProps) {
  return (
    <Field id={id} label={label} fault={fault}>
      <Input {...boundTo(id, fault)} maxLength={100} value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
}
