import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { type FoundingForm, foundingForms } from '@gongqiao/modules/organization/machine.ts'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { ChoiceInput, CountInput, TextInput } from './inputs.tsx'
import { foundingAt } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'
import { useStep } from './use-step.ts'

const bodies = ['committee', 'organizer', 'agency'] as const

const textFields = [
  { field: 'name', most: 100 },
  { field: 'creditCode', most: 40 },
  { field: 'address', most: 200 },
  { field: 'divisionCode', most: 12 },
  { field: 'industry', most: 6 },
] as const
const countFields = ['employees', 'women', 'newEmployment'] as const
type Employer = FoundingView['employers'][number]
type EmployerDraft = { readonly [F in (typeof textFields)[number]['field']]: string } & {
  readonly [F in (typeof countFields)[number]]: number | null
}
const draftOfEmployer = (employer: Employer | undefined): EmployerDraft => ({
  name: employer?.name ?? '',
  creditCode: employer?.creditCode ?? '',
  address: employer?.address ?? '',
  divisionCode: employer?.divisionCode ?? '',
  industry: employer?.industry ?? '',
  employees: employer?.employees ?? null,
  women: employer?.women ?? null,
  newEmployment: employer?.newEmployment ?? null,
})

/** An employer as the server takes it: only what was typed. */
const employerOf = (draft: EmployerDraft) => ({
  name: draft.name.trim(),
  ...Object.fromEntries(
    Object.entries(draft).flatMap(([field, value]): [string, string | number][] => {
      const typed = typeof value === 'string' ? value.trim() : value
      return field === 'name' || typed === '' || typed === null ? [] : [[field, typed]]
    }),
  ),
})

/** What a founding is about: entered for a union above, or changed while nobody is elected. */
export function FactsForm({
  unit,
  view,
  onDone,
  onCancel,
}: {
  unit: string
  view?: FoundingView
  onDone: (view: FoundingView) => void
  onCancel: () => void
}) {
  const say = useFoundingSay()
  const path = view ? `${foundingAt(view)}/facts` : `/api/units/${unit}/foundings`
  const { send, edited } = useStep<FoundingView>(path, onDone)
  const [form, setForm] = useState<FoundingForm>(view?.form ?? 'single')
  const [body, setBody] = useState<(typeof bodies)[number]>(view?.body ?? 'committee')
  const [name, setName] = useState(view?.name ?? '')
  const [members, setMembers] = useState<number | null>(view?.membersExpected ?? null)
  const [employer, setEmployer] = useState<EmployerDraft>(() => draftOfEmployer(view?.employers[0]))
  const labels = {
    ...{ name: say('form.employer'), creditCode: say('form.code'), address: say('form.address') },
    ...{ divisionCode: say('form.division'), industry: say('form.industry'), employees: say('form.employees') },
    ...{ women: say('form.women'), newEmployment: say('form.flexible') },
  }
  const [tried, setTried] = useState(false)
  const said = faultsOf(send.error)
  const need = (value: string) => (tried && value.trim() === '' ? say('form.need') : null)
  const fault = (field: string, own: string | null = null) => said.get(field) ?? own
  const change =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      edited()
      set(value)
    }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || employer.name.trim() === '' || members === null) return
    send.mutate({
      ...{ form, body, name: name.trim(), membersExpected: members },
      employers: [employerOf(employer), ...(view?.employers.slice(1) ?? [])],
    })
  }

  return (
    <form className="founding-form" onSubmit={submit} noValidate aria-label={say('new.title')}>
      {view ? null : <h3>{say('new.title')}</h3>}
      <div className="field-grid">
        <ChoiceInput
          id="founding-form"
          label={say('form.form')}
          why={say('form.form.why')}
          fault={fault('/employers')}
          value={form}
          onChange={change((next: FoundingForm) => {
            setForm(next)
            if (next === 'agency') setBody('agency')
            else if (body === 'agency') setBody('committee')
          })}
          choices={foundingForms.map((value) => ({
            value,
            label: say(value === 'industry' ? 'form.industry.union' : `form.${value}`),
          }))}
        />
        <ChoiceInput
          id="founding-body"
          label={say('form.body')}
          why={say('form.body.why')}
          fault={fault('/body')}
          value={body}
          onChange={change(setBody)}
          choices={bodies.map((value) => ({ value, label: say(`body.${value}`) }))}
        />
        <TextInput
          id="founding-name"
          label={say('form.name')}
          fault={fault('/name', need(name))}
          value={name}
          onChange={change(setName)}
          most={100}
        />
        <CountInput
          id="founding-members"
          label={say('form.members')}
          fault={fault('/membersExpected', tried && members === null ? say('form.need') : null)}
          value={members}
          onChange={change(setMembers)}
        />
      </div>
      <h4>{say('form.employer')}</h4>
      <p className="soft">{say('form.employers.why')}</p>
      <div className="field-grid">
        {textFields.map(({ field, most }) => (
          <TextInput
            key={field}
            id={`founding-${field}`}
            label={labels[field]}
            fault={fault(`/employers/0/${field}`, field === 'name' ? need(employer.name) : null)}
            value={employer[field]}
            onChange={change((value: string) => setEmployer({ ...employer, [field]: value }))}
            most={most}
          />
        ))}
        {countFields.map((field) => (
          <CountInput
            key={field}
            id={`founding-${field}`}
            label={labels[field]}
            fault={fault(`/employers/0/${field}`)}
            value={employer[field]}
            onChange={change((value: number | null) => setEmployer({ ...employer, [field]: value }))}
          />
        ))}
      </div>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say(view ? 'save' : 'save.new')}
        </Button>
        <CancelButton onCancel={onCancel} />
      </div>
    </form>
  )
}

function CancelButton({ onCancel }: { onCancel: () => void }) {
  const kit = useKitSay()
  return <Button onClick={onCancel}>{kit('cancel')}</Button>
}
