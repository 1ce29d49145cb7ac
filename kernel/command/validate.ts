import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { type Fault, Refusal } from '../refusal.ts'
import { shapeErrors } from '../shape-errors.ts'

const compiled = new WeakMap<TSchema, Validator>()

function validatorOf(shape: TSchema): Validator {
  const found = compiled.get(shape)
  if (found) return found
  const made = Compile(shape)
  compiled.set(shape, made)
  return made
}

/** One name of a JSON pointer (RFC 6901). */
const pointed = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Text that the database cannot keep: a NUL, or half of a character pair. Gives pointers to such fields. */
function brokenText(value: unknown, at: string, faults: Fault[]): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) faults.push({ field: at, code: 'kernel.field_broken_text' })
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      brokenText(item, `${at}/${index}`, faults)
    })
  } else if (value !== null && typeof value === 'object' && !(value instanceof Uint8Array)) {
    for (const [name, item] of Object.entries(value)) brokenText(item, `${at}/${pointed(name)}`, faults)
  }
}

type SchemaError = { keyword: string; instancePath: string; params: Record<string, unknown> }

function faultsOf(error: SchemaError): Fault[] {
  const { keyword, instancePath: at, params } = error
  const names = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  switch (keyword) {
    case 'required':
      return names(params.requiredProperties).map((name) => ({
        field: `${at}/${pointed(name)}`,
        code: 'kernel.field_missing',
      }))
    case 'additionalProperties':
      return names(params.additionalProperties).map((name) => ({
        field: `${at}/${pointed(name)}`,
        code: 'kernel.field_unknown',
      }))
    case 'minLength':
    case 'maxLength':
    case 'minimum':
    case 'maximum':
    case 'minItems':
    case 'maxItems':
      return [{ field: at, code: `kernel.field_${keyword}`, variables: { limit: Number(params.limit) } }]
    case 'anyOf':
    case 'boolean':
      return []
    default:
      return [
        {
          field: at,
          code:
            keyword === 'type' ? 'kernel.field_type' : keyword === 'enum' ? 'kernel.field_choice' : 'kernel.field_form',
        },
      ]
  }
}

/**
 * Checks a value against a shape, and against the rules beyond it.
 *
 * Refuses `kernel.invalid_input` with every wrong field at once.
 */
export function validated<S extends TSchema>(
  shape: S,
  value: unknown,
  beyondShape: (given: { readonly [field: string]: unknown }) => readonly Fault[] = () => [],
): Static<S> {
  const faults: Fault[] = []
  brokenText(value, '', faults)
  const validator = validatorOf(shape)
  if (!validator.Check(value)) {
    const found = shapeErrors(validator, value).flatMap((error) => faultsOf(asSchemaError(error)))
    const seen = new Set<string>()
    for (const fault of found) {
      const key = `${fault.field} ${fault.code}`
      if (!seen.has(key)) faults.push(fault)
      seen.add(key)
    }
    if (faults.length === 0) faults.push({ field: '', code: 'kernel.field_form' })
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    const named = new Set(faults.map((fault) => fault.field))
    faults.push(...beyondShape({ ...value }).filter((fault) => !named.has(fault.field)))
  }
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults: faultsToTell(faults) })
  return asStatic<S>(value)
}

/** So many faults are told at most: no form has that many fields, but a hostile body may. */
const toldAtMost = 500

/** What is wrong with the fields of the form comes before fields that are none of it. */
function faultsToTell(faults: readonly Fault[]): Fault[] {
  const isUnknown = (fault: Fault) => fault.code === 'kernel.field_unknown'
  return [...faults.filter((fault) => !isUnknown(fault)), ...faults.filter(isUnknown)].slice(0, toldAtMost)
}

/** Safe because the value has just been checked against this very shape. */
function asStatic<S extends TSchema>(value: unknown): Static<S> {
  return value as Static<S>
}

/** Safe because every TypeBox error has these three fields. */
function asSchemaError(error: unknown): SchemaError {
  return error as SchemaError
}
