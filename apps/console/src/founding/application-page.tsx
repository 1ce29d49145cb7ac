import type { RegistrationView } from '@gongqiao/modules/organization/contract.ts'
import { returnReasons } from '@gongqiao/modules/organization/machine.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { useKindWords } from '../matters/kind.ts'
import { useActing } from '../session/acting.tsx'
import { CertificateCard } from './certificate-card.tsx'
import { History } from './history.tsx'
import { DayInput, TextInput } from './inputs.tsx'
import { registrationAt, registrationQuery } from './queries.ts'
import { formOf, formParts, humanParts, missingIn, type Typed, typedOf } from './registration-fields.ts'
import { RegistrationForm } from './registration-form.tsx'
import { useFoundingSay } from './texts/index.ts'
import { today } from './today.ts'
import { useStep } from './use-step.ts'
import './founding.css'

/** One application, for the union that made it and for its registrar. */
export function RegistrationApplicationPage() {
  const say = useFoundingSay()
  const { api } = useActing()
  const { unit, cell, matter } = useParams({ from: '/desk/units/$unit/registration/$cell/$matter' })
  const found = useQuery(registrationQuery(api, { cell: Number(cell), matter }))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('reg.loading')} />
  const view = found.data
  const title = say('app.title', { unit: view.unit.name, wish: say(`wish.${view.wish}`) })
  return (
    <>
      <TabHead title={title}>
        <Link to="/units/$unit/registration" params={{ unit }}>
          ‹ {say('reg.title')}
        </Link>
        <h3 className="founding-name">{title}</h3>
      </TabHead>
      <Standing key={view.state} view={view} />
      {view.state === 'granted' && view.certificate ? <CertificateCard certificate={view.certificate} /> : null}
      <FormFacts view={view} />
      <History kind="organization.registration" lines={view.history} />
    </>
  )
}

function Standing({ view }: { view: RegistrationView }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const words = useKindWords('organization.registration')
  const [step, setStep] = useState<string | null>(null)
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const owner = [view.owner.unit, view.owner.post, view.owner.name].filter((part) => part !== null).join(' ')
  return (
    <section className="founding-next" aria-label={say('way.here')}>
      <p ref={standing} tabIndex={-1}>
        <strong>{words.word(`state.${view.state}`)}</strong>{' '}
        {view.overdue ? <Tag tone="amber">{say('late')}</Tag> : null}
      </p>
      {view.dueOn === null ? null : (
        <p>
          {say('next', { owner })} · {say('due', { day: formatDay(view.dueOn, language) })}
          {view.dueWords === null ? null : <span className="soft under">{view.dueWords}</span>}
        </p>
      )}
      {view.late ? <p className="note">{say('app.late')}</p> : null}
      {step === null ? (
        <div className="toolbar">
          {view.steps.map((one, index) => (
            <Button key={one} type={index === 0 ? 'primary' : 'default'} onClick={() => setStep(one)}>
              {words.word(`step.${one}`)}
            </Button>
          ))}
        </div>
      ) : (
        <Act view={view} step={step} close={() => setStep(null)} />
      )}
    </section>
  )
}

type ActProps = { readonly view: RegistrationView; readonly step: string; readonly close: () => void }

function Act(props: ActProps) {
  switch (props.step) {
    case 'grant':
      return <Grant {...props} />
    case 'return':
      return <Return {...props} />
    case 'resubmit':
      return <Mend {...props} />
    default:
      return <Withdraw {...props} />
  }
}

function End({ step, busy, go, close }: { step: string; busy: boolean; go: () => void; close: () => void }) {
  const kit = useKitSay()
  const words = useKindWords('organization.registration')
  return (
    <div className="toolbar">
      <Button type="primary" onClick={go} loading={busy}>
        {words.word(`step.${step}`)}
      </Button>
      <Button onClick={close}>{kit('cancel')}</Button>
    </div>
  )
}

function Grant({ view, step, close }: ActProps) {
  const say = useFoundingSay()
  const language = useLanguage()
  const { send, edited } = useStep<RegistrationView>(`${registrationAt(view)}/granting`, close)
  const [code, setCode] = useState('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | null>(today())
  const said = faultsOf(send.error)
  const ends = view.wish === 'cancellation'
  return (
    <>
      <div className="field-grid">
        {ends ? null : (
          <>
            <TextInput
              id="grant-code"
              label={say('reg.code')}
              why={say('app.code.why')}
              fault={said.get('/creditCode')}
              value={code}
              most={40}
              onChange={(value) => {
                edited()
                setCode(value)
              }}
            />
            <TextInput
              id="grant-number"
              label={say('reg.number')}
              fault={said.get('/number')}
              value={number}
              most={40}
              onChange={setNumber}
            />
          </>
        )}
        <DayInput id="grant-on" label={say('app.issued')} fault={said.get('/on')} value={on} onChange={setOn} />
      </div>
      <p>
        {ends
          ? say('app.grant.cancel')
          : view.validTo === null
            ? ''
            : say('app.grant.follows', { to: formatDay(view.validTo, language) })}
      </p>
      {send.isError && said.size === 0 ? <FailureNotice failure={send.error} quiet /> : null}
      <End
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          if (on === null) return
          send.mutate({
            on,
            ...(code.trim() !== '' && { creditCode: code.trim() }),
            ...(number.trim() !== '' && { number: number.trim() }),
          })
        }}
      />
    </>
  )
}

function Return({ view, step, close }: ActProps) {
  const say = useFoundingSay()
  const words = useKindWords('organization.registration')
  const { send, edited } = useStep<RegistrationView>(`${registrationAt(view)}/return`, close)
  const [reason, setReason] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <>
      <Field
        id="return-reason"
        label={say('reason')}
        fault={tried && reason === null ? say('reason.need') : null}
        group
      >
        <Radio.Group
          className="choices"
          name="return-reason"
          value={reason}
          onChange={({ target }) => {
            edited()
            setReason(String(target.value))
          }}
          options={returnReasons.map((value) => ({ value, label: words.word(`reason.${value}`) }))}
        />
      </Field>
      <Field id="return-note" label={say('note')}>
        <Input.TextArea
          {...boundTo('return-note', null)}
          rows={3}
          maxLength={300}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <End
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          setTried(true)
          if (reason !== null) send.mutate({ reason, ...(note.trim() !== '' && { note: note.trim() }) })
        }}
      />
    </>
  )
}

function Mend({ view, step, close }: ActProps) {
  const say = useFoundingSay()
  const { send, edited } = useStep<RegistrationView>(`${registrationAt(view)}/mending`, close)
  const [typed, setTyped] = useState<Typed>(() => typedOf({ ...view.form }))
  const [tried, setTried] = useState(false)
  const missing = missingIn(typed)
  const said = faultsOf(send.error)
  return (
    <>
      <RegistrationForm
        typed={typed}
        onChange={(next) => {
          edited()
          setTyped(next)
        }}
        faultAt={(place) =>
          said.get(`/form/${place.replace('.', '/')}`) ?? (tried && missing.includes(place) ? say('form.need') : null)
        }
      />
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <End
        step={step}
        busy={send.isPending}
        close={close}
        go={() => {
          setTried(true)
          if (missing.length === 0) send.mutate({ form: formOf(typed) })
        }}
      />
    </>
  )
}

function Withdraw({ view, step, close }: ActProps) {
  const { send } = useStep<RegistrationView>(`${registrationAt(view)}/withdrawal`, close)
  return (
    <>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <End step={step} busy={send.isPending} close={close} go={() => send.mutate({})} />
    </>
  )
}

/** What is shown of numbers: their masks. */
const masks = { identityNumber: 'identityMask', mobile: 'mobileMask' } as const
const isMasked = (field: string): field is keyof typeof masks => field in masks

/** What was applied for, to be read; the totals are computed. */
function FormFacts({ view }: { view: RegistrationView }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const typed = typedOf({ ...view.form })
  const shown = (place: string, kind: string) => {
    const [part = '', field = ''] = place.split('.')
    const value = typed[isMasked(field) ? `${part}.${masks[field]}` : place]
    if (value === undefined || value === null || value === '') return '—'
    if (kind === 'day') return formatDay(String(value), language)
    if (typeof value === 'boolean') return value ? '✓' : '—'
    if (place === 'employerNature') return say(`nature.${view.form.employerNature}`)
    if (kind === 'sex') return say(`sex.${view.form.representative.sex}`)
    return String(value)
  }
  const totals: { readonly [part: string]: string } = {
    income: view.incomeTotal,
    funds: view.fundsTotal,
    premises: view.premisesTotal,
  }
  return (
    <section className="founding-section" aria-labelledby="application-form">
      <h3 id="application-form">{say('app.form')}</h3>
      {formParts.map(([part, fields]) => (
        <div key={part}>
          <h4>
            {say(`part.${part}`)}
            {part === 'income' || part === 'funds' ? say('yuan') : part === 'premises' ? say('metres') : ''}
          </h4>
          <dl className="facts">
            {fields.map(([field, kind]) => (
              <div key={field} className="fact-row">
                <dt>{say(`f.${field}`)}</dt>
                <dd>{shown(field, kind)}</dd>
              </div>
            ))}
            {totals[part] === undefined ? null : (
              <div className="fact-row">
                <dt>{say('total')}</dt>
                <dd>{totals[part]}</dd>
              </div>
            )}
          </dl>
        </div>
      ))}
      {humanParts.map(([part, fields]) => (
        <div key={part}>
          <h4>{say(`part.${part}`)}</h4>
          <dl className="facts">
            {fields.map(([field, kind]) =>
              field === 'birthDate' ? null : (
                <div key={field} className="fact-row">
                  <dt>{say(`h.${field}`)}</dt>
                  <dd>{shown(`${part}.${field}`, kind)}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
      ))}
    </section>
  )
}
