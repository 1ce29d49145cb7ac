/** What a field of a form 表单 holds. Money is in fen (分); files are ids of attachments. */
export type FieldKind = 'text' | 'long' | 'choice' | 'date' | 'number' | 'money' | 'phone' | 'files' | 'yesno'

/** One field. Its words are `field.<key>` of the kind, its choices' `choice.<key>.<choice>`. */
export type FormField = {
  readonly key: string
  readonly kind: FieldKind
  readonly required?: boolean
  /** Most characters of a text (by default 100, of a long one 2,000), most files (5), or the greatest number. */
  readonly max?: number
  /** The least number. */
  readonly min?: number
  readonly choices?: readonly string[]
  /** About a person: shown to nobody but them and whoever handles the matter. */
  readonly personal?: boolean
}

/** A form as data. */
export type FormSchema = { readonly fields: readonly FormField[] }

/** One answer: text, a number (money in fen), yes or no, or the ids of files. */
export type FormValue = string | number | boolean | readonly string[]
/** The answers by field. What was left empty is not there. */
export type FormValues = { readonly [field: string]: FormValue }

/** What is wrong with one field, as `Fault` of the kernel. */
export type FormFault = {
  readonly field: string
  readonly code: string
  readonly variables?: { readonly [name: string]: string | number }
}

/** The answers of a form, or everything that is wrong with it at once. */
export type FormRead = { readonly values: FormValues } | { readonly faults: readonly FormFault[] }

const longest = { text: 100, long: 2_000, phone: 20 } as const
const mostFiles = 5
const mostMoney = 1_000_000_000_000
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const phone = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|\d{5})$/

/**
 * Reads the answers to a form and names every wrong field at once: missing, unknown, too long, not of its kind.
 *
 * @param at JSON pointer of the form in what was sent, for the faults' fields
 */
export function readForm(schema: FormSchema, given: unknown, at = ''): FormRead {
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    return { faults: [{ field: at, code: 'kernel.field_type' }] }
  const answers = new Map<string, unknown>(Object.entries(given))
  const known = new Set(schema.fields.map(({ key }) => key))
  const faults: FormFault[] = []
  const values: { [field: string]: FormValue } = {}
  for (const field of schema.fields) {
    const answer = answers.get(field.key)
    const there = `${at}/${field.key}`
    if (isEmpty(answer)) {
      if (field.required) faults.push({ field: there, code: 'kernel.field_missing' })
      continue
    }
    const read = readField(field, answer)
    if ('code' in read) faults.push({ field: there, ...read })
    else values[field.key] = read.value
  }
  for (const key of answers.keys())
    if (!known.has(key)) faults.push({ field: `${at}/${pointed(key)}`, code: 'kernel.field_unknown' })
  return faults.length > 0 ? { faults } : { values }
}

/** One name of a JSON pointer (RFC 6901). */
const pointed = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

function isEmpty(answer: unknown): boolean {
  if (typeof answer === 'string') return answer.trim() === ''
  return answer === undefined || answer === null || (Array.isArray(answer) && answer.length === 0)
}

type FieldRead = { readonly value: FormValue } | Omit<FormFault, 'field'>

const wrong = (what: 'type' | 'form' | 'choice'): FieldRead => ({ code: `kernel.field_${what}` })
const beyond = (what: string, limit: number): FieldRead => ({ code: `kernel.field_${what}`, variables: { limit } })

function readField(field: FormField, answer: unknown): FieldRead {
  switch (field.kind) {
    case 'yesno':
      return typeof answer === 'boolean' ? { value: answer } : wrong('type')
    case 'number':
    case 'money':
      return readNumber(field, answer)
    case 'files':
      return readFiles(field, answer)
    case 'text':
    case 'long':
    case 'phone':
    case 'date':
    case 'choice':
      return typeof answer === 'string' ? readText(field, answer.trim()) : wrong('type')
  }
}

function readText({ kind, max, choices }: FormField, text: string): FieldRead {
  if (kind === 'choice') return choices?.includes(text) ? { value: text } : wrong('choice')
  if (kind === 'date') return isDay(text) ? { value: text } : wrong('form')
  const limit = max ?? (kind === 'long' ? longest.long : kind === 'phone' ? longest.phone : longest.text)
  if ([...text].length > limit) return beyond('maxLength', limit)
  return kind === 'phone' && !phone.test(text) ? wrong('form') : { value: text }
}

function readNumber({ kind, min, max }: FormField, answer: unknown): FieldRead {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return wrong('type')
  if (kind === 'money' && !Number.isSafeInteger(answer)) return wrong('form')
  const least = min ?? (kind === 'money' ? 0 : undefined)
  const most = max ?? (kind === 'money' ? mostMoney : undefined)
  if (least !== undefined && answer < least) return beyond('minimum', least)
  return most !== undefined && answer > most ? beyond('maximum', most) : { value: answer }
}

function readFiles({ max }: FormField, answer: unknown): FieldRead {
  if (!Array.isArray(answer)) return wrong('type')
  const files = answer.filter((file) => typeof file === 'string' && id.test(file)).map(String)
  if (files.length !== answer.length) return wrong('form')
  const limit = max ?? mostFiles
  return files.length > limit ? beyond('maxItems', limit) : { value: [...new Set(files)] }
}

/** A day that the calendar has, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
