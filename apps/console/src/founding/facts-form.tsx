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
  const first = view?.employers[0]
  const [form, setForm] = useState<FoundingForm>(view?.form ?? 'single')
  const [body, setBody] = useState<(typeof bodies)[number]>(view?.body ?? 'committee')
  const [name, setName] = useState(view?.name ?? '')
  const [members, setMembers] = useState<number | null>(view?.membersExpected ?? null)
  const [employer, setEmployer] = useState(first?.name ?? '')
  const [code, setCode] = useState(first?.creditCode ?? '')
  const [address, setAddress] = useState(first?.address ?? '')
  const [division, setDivision] = useState(first?.divisionCode ?? '')
  const [industry, setIndustry] = useState(first?.industry ?? '')
  const [employees, setEmployees] = useState<number | null>(first?.employees ?? null)
  const [women, setWomen] = useState<number | null>(first?.women ?? null)
  const [flexible, setFlexible] = useState<number | null>(first?.newEmployment ?? null)
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
    if (name.trim() === '' || employer.trim() === '' || members === null) return
    const one = {
      name: employer.trim(),
      ...(code.trim() !== '' && { creditCode: code.trim() }),
      ...(address.trim() !== '' && { address: address.trim() }),
      ...(division.trim() !== '' && { divisionCode: division.trim() }),
      ...(industry.trim() !== '' && { industry: industry.trim() }),
      ...(employees !== null && { employees }),
      ...(women !== null && { women }),
      ...(flexible !== null && { newEmployment: flexible }),
    }
    send.mutate({
      ...{ form, body, name: name.trim(), membersExpected: members },
      employers: [one, ...(view?.employers.slice(1) ?? [])],
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
        <TextInput
          id="founding-employer"
          label={say('form.employer')}
          fault={fault('/employers/0/name', need(employer))}
          value={employer}
          onChange={change(setEmployer)}
          most={100}
        />
        <TextInput
          id="founding-code"
          label={say('form.code')}
          fault={fault('/employers/0/creditCode')}
          value={code}
          onChange={change(setCode)}
          most={40}
        />
        <TextInput
          id="founding-address"
          label={say('form.address')}
          fault={fault('/employers/0/address')}
          value={address}
          onChange={change(setAddress)}
        />
        <TextInput
          id="founding-division"
          label={say('form.division')}
          fault={fault('/employers/0/divisionCode')}
          value={division}
          onChange={change(setDivision)}
          most={12}
        />
        <TextInput
          id="founding-industry"
          label={say('form.industry')}
          fault={fault('/employers/0/industry')}
          value={industry}
          onChange={change(setIndustry)}
          most={6}
        />
        <CountInput
          id="founding-employees"
          label={say('form.employees')}
          fault={fault('/employers/0/employees')}
          value={employees}
          onChange={change(setEmployees)}
        />
        <CountInput
          id="founding-women"
          label={say('form.women')}
          fault={fault('/employers/0/women')}
          value={women}
          onChange={change(setWomen)}
        />
        <CountInput
          id="founding-flexible"
          label={say('form.flexible')}
          fault={fault('/employers/0/newEmployment')}
          value={flexible}
          onChange={change(setFlexible)}
        />
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
