import { engagements, seats, ties } from '@gongqiao/modules/organization/machine.ts'
import { Input, Radio, Select } from 'antd'
import { boundTo, Field } from '../../kit/field.tsx'
import type { Seating } from './seating.ts'
import { useCommitteeSay } from './texts.ts'

const sexes = ['male', 'female', 'unknown'] as const

/** The fields of one person: name, sex, how engaged, seats, and what a rule asks about the employer. */
export function SeatingFields({
  id,
  value,
  faults,
  onChange,
}: {
  id: string
  value: Seating
  /** By field: `name`, `seats`. */
  faults: { readonly name?: string | undefined; readonly seats?: string | undefined }
  onChange: (change: Partial<Seating>) => void
}) {
  const say = useCommitteeSay()
  return (
    <>
      <Field id={`${id}-name`} label={say('name')} fault={faults.name}>
        <Input
          {...boundTo(`${id}-name`, faults.name)}
          value={value.name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field id={`${id}-sex`} label={say('sex')} group>
        <Radio.Group
          value={value.sex}
          onChange={(event) => onChange({ sex: event.target.value })}
          options={sexes.map((sex) => ({ value: sex, label: say(`sex.${sex}`) }))}
        />
      </Field>
      <Field id={`${id}-seats`} label={say('seats')} fault={faults.seats}>
        <Select
          {...boundTo(`${id}-seats`, faults.seats)}
          mode="multiple"
          className="wide"
          value={[...value.seats]}
          onChange={(chosen) => onChange({ seats: chosen })}
          options={seats.map((seat) => ({ value: seat, label: say(`seat.${seat}`) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
      <Field id={`${id}-engagement`} label={say('engagement')}>
        <Select
          id={`${id}-engagement`}
          className="wide"
          value={value.engagement}
          onChange={(engagement) => onChange({ engagement })}
          options={engagements.map((one) => ({ value: one, label: say(`engagement.${one}`) }))}
        />
      </Field>
      <Field id={`${id}-ties`} label={say('ties')} why={say('ties.why')}>
        <Select
          id={`${id}-ties`}
          aria-describedby={`${id}-ties-words`}
          mode="multiple"
          className="wide"
          value={[...value.ties]}
          placeholder={say('ties.none')}
          onChange={(chosen) => onChange({ ties: chosen })}
          options={ties.map((tie) => ({ value: tie, label: say(`tie.${tie}`) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
    </>
  )
}
