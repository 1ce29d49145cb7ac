import type { FormField, FormSchema } from '@gongqiao/kernel/shared/form.ts'
import type { Draft } from '@gongqiao/ui/form-values.ts'
import { Checkbox, Input, Radio, Select } from 'antd'
import { DayField } from '../kit/day-field.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import type { KindWords } from './kind.ts'
import { useMattersSay } from './texts/index.ts'

const fewChoices = 6

/** The fields of a form, each with its words and what is wrong with it. Files are put with the matter, not in here. */
export function FormFields({
  form,
  words,
  draft,
  faults,
  onChange,
}: {
  form: FormSchema
  words: KindWords
  draft: Draft
  /** By the field's key. */
  faults: ReadonlyMap<string, string>
  onChange: (draft: Draft) => void
}) {
  const say = useMattersSay()
  return form.fields
    .filter(({ kind }) => kind !== 'files')
    .map((field) => {
      const id = `form-${field.key}`
      const name = words.word(`field.${field.key}`)
      const label = field.required ? name : say('form.optional', { name })
      const fault = faults.get(field.key)
      const set = (value: string | boolean | undefined) => onChange({ ...draft, [field.key]: value })
      if (field.kind === 'yesno')
        return (
          <Field key={field.key} id={id} label={label} fault={fault} group>
            <Checkbox id={id} checked={draft[field.key] === true} onChange={(event) => set(event.target.checked)}>
              {say('form.yes')}
            </Checkbox>
          </Field>
        )
      const few = field.kind === 'choice' && (field.choices?.length ?? 0) <= fewChoices
      return (
        <Field key={field.key} id={id} label={label} fault={fault} group={few} why={unitOf(field, say)}>
          <Control id={id} field={field} few={few} words={words} value={draft[field.key]} fault={fault} set={set} />
        </Field>
      )
    })
}

function unitOf({ kind }: FormField, say: ReturnType<typeof useMattersSay>) {
  return kind === 'money' ? say('form.yuan') : undefined
}

function Control({
  id,
  field,
  few,
  words,
  value,
  fault,
  set,
}: {
  id: string
  field: FormField
  few: boolean
  words: KindWords
  value: string | boolean | undefined
  fault: string | undefined
  set: (value: string | undefined) => void
}) {
  const text = typeof value === 'string' ? value : ''
  const options = (field.choices ?? []).map((choice) => ({
    value: choice,
    label: words.word(`choice.${field.key}.${choice}`),
  }))
  if (few)
    return (
      <Radio.Group
        className="choices"
        name={id}
        value={text}
        options={options}
        onChange={(event) => set(String(event.target.value))}
      />
    )
  if (field.kind === 'choice')
    return (
      <Select
        {...boundTo(id, fault)}
        className="wide"
        value={text === '' ? null : text}
        options={options}
        onChange={(chosen: string) => set(chosen)}
      />
    )
  if (field.kind === 'date')
    return (
      <DayField
        id={id}
        value={text === '' ? null : text}
        onChange={(day) => set(day ?? undefined)}
        faulty={fault !== undefined}
      />
    )
  const bound = { ...boundTo(id, fault), value: text, ...(field.max !== undefined && { maxLength: longestOf(field) }) }
  if (field.kind === 'long')
    return (
      <Input.TextArea {...bound} autoSize={{ minRows: 3, maxRows: 12 }} onChange={(event) => set(event.target.value)} />
    )
  const numeric = field.kind === 'number' || field.kind === 'money'
  return (
    <Input
      {...bound}
      {...(numeric ? { inputMode: 'decimal' as const } : field.kind === 'phone' ? { inputMode: 'tel' as const } : {})}
      onChange={(event) => set(event.target.value)}
    />
  )
}

/** The greatest number is no length. */
const longestOf = ({ kind, max }: FormField) => (kind === 'text' || kind === 'long' ? max : undefined)
