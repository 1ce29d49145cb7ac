import { identityKind } from '@gongqiao/codes'
import type { IdentityKind, Sex } from '@gongqiao/modules/people/contract.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Input, Radio, Select } from 'antd'
import { DayField } from '../kit/day-field.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useMembershipSay } from './texts/index.ts'
import { asksBirthAndSex, offeredKinds, type WindowDraft, type WindowField } from './window-form.ts'

const sexes: readonly Sex[] = ['male', 'female']

/** The person at the window: the same questions as on the phone, together on one page. */
export function PersonFields({
  draft,
  edit,
  faults,
}: {
  draft: WindowDraft
  edit: (change: Partial<WindowDraft>) => void
  faults: { readonly [field in WindowField]?: string }
}) {
  const say = useMembershipSay()
  const language = useLanguage()
  return (
    <>
      <h2>{say('window.person')}</h2>
      <Field id="kind" label={say('window.kind')}>
        <Select
          {...boundTo('kind', null)}
          value={draft.kind}
          onChange={(kind: IdentityKind) => edit({ kind })}
          options={offeredKinds.map((value) => ({ value, label: nameOf(language, 'identity', value) }))}
          className="wide"
        />
      </Field>
      <Field
        id="number"
        label={say('window.number')}
        why={`${say('window.number.why')} ${identityKind(draft.kind).shape[language]}`}
        fault={faults.number}
      >
        <Input
          {...boundTo('number', faults.number)}
          value={draft.number}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          className="figures"
          onChange={(event) => edit({ number: event.target.value.toUpperCase() })}
        />
      </Field>
      <Field id="name" label={say('window.name')} why={say('window.name.why')} fault={faults.name}>
        <Input
          {...boundTo('name', faults.name)}
          value={draft.name}
          maxLength={50}
          autoComplete="off"
          onChange={(event) => edit({ name: event.target.value })}
        />
      </Field>
      {asksBirthAndSex(draft.kind) ? (
        <>
          <Field id="birth" label={say('window.birth')} why={say('window.birth.why')} fault={faults.birthDate}>
            <DayField
              id="birth"
              value={draft.birthDate}
              onChange={(birthDate) => edit({ birthDate })}
              to={dayOf(Date.now())}
              faulty={faults.birthDate !== undefined}
            />
          </Field>
          <Field id="sex" label={say('window.sex')} why={say('window.sex.why')} fault={faults.sex} group>
            <Radio.Group
              name="sex"
              value={draft.sex}
              onChange={(event) => edit({ sex: sexes.find((sex) => sex === event.target.value) ?? null })}
              options={sexes.map((value) => ({ value, label: nameOf(language, 'sex', value) }))}
            />
          </Field>
        </>
      ) : null}
      <Field
        id="phone"
        label={say('window.phone')}
        why={say(draft.proof.kind === 'code' ? 'window.phone.why.code' : 'window.phone.why.paper')}
        fault={faults.phone}
      >
        <Input
          {...boundTo('phone', faults.phone)}
          value={draft.phone}
          maxLength={24}
          inputMode="tel"
          autoComplete="off"
          onChange={(event) => edit({ phone: event.target.value })}
        />
      </Field>
    </>
  )
}
