import type { FormField, FormSchema, FormValue, FormValues } from '@gongqiao/kernel/shared/form.ts'

/** What stands in the fields while somebody types: texts as typed, so that nothing is lost by a half-written number. */
export type Draft = { readonly [field: string]: string | boolean | undefined }

/** What is sent of a draft: what was left empty is not there, money is in fen. A number that is none stays as it was typed. */
export function valuesOf({ fields }: FormSchema, draft: Draft): FormValues {
  return Object.fromEntries(
    fields.flatMap((field): [string, FormValue][] => {
      const typed = draft[field.key]
      if (typed === undefined || typed === '') return []
      return [[field.key, typeof typed === 'boolean' ? typed : read(field, typed)]]
    }),
  )
}

function read({ kind }: FormField, typed: string): FormValue {
  const text = typed.trim()
  if (kind === 'money') return /^\d{1,10}(?:\.\d{1,2})?$/.test(text) ? fen(text) : text
  if (kind === 'number') return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text
  return text
}

/** Yuan with at most two decimals as fen, without a fraction in between. */
function fen(text: string): number {
  const [yuan = '0', cents = ''] = text.split('.')
  return Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** Fen as yuan: `123450` is `1,234.50`. */
export function yuan(value: number): string {
  const whole = Math.trunc(value / 100)
  return `${whole.toLocaleString('en')}.${String(Math.abs(value % 100)).padStart(2, '0')}`
}
