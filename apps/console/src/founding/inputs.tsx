import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { boundTo, Field } from '../kit/field.tsx'

type Common = {
  readonly id: string
  readonly label: string
  readonly why?: ReactNode
  readonly fault?: string | null | undefined
}

/** A line of text. */
export function TextInput({
  value,
  onChange,
  most = 200,
  ...field
}: Common & { value: string; onChange: (value: string) => void; most?: number }) {
  return (
    <Field {...field}>
      <Input
        {...boundTo(field.id, field.fault)}
        value={value}
        maxLength={most}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}

/** A number of people or ballots. */
export function CountInput({
  value,
  onChange,
  ...field
}: Common & { value: number | null; onChange: (value: number | null) => void }) {
  return (
    <Field {...field}>
      <InputNumber
        {...boundTo(field.id, field.fault)}
        value={value}
        min={0}
        precision={0}
        onChange={(next) => onChange(next)}
      />
    </Field>
  )
}

/** A civil day. */
export function DayInput({
  value,
  onChange,
  ...field
}: Common & { value: string | null; onChange: (value: string | null) => void }) {
  return (
    <Field {...field}>
      <DayField id={field.id} value={value} onChange={onChange} faulty={Boolean(field.fault)} />
    </Field>
  )
}

/** One of some choices. */
export function ChoiceInput<V extends string | number>({
  value,
  onChange,
  choices,
  ...field
}: Common & {
  value: V | null
  onChange: (value: V) => void
  choices: readonly { readonly value: V; readonly label: string }[]
}) {
  return (
    <Field {...field}>
      <Select<V>
        {...boundTo(field.id, field.fault)}
        value={value}
        onChange={(next) => onChange(next)}
        options={choices.map((choice) => ({ ...choice }))}
        popupMatchSelectWidth={false}
      />
    </Field>
  )
}
