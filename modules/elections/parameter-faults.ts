import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { type ParameterRow, type ParameterShape, parameterNames, shapeOfParameter } from './parameter-keys.ts'

/** What is wrong with a change beyond its shape: a day that is over, and a value its parameter cannot have. */
export function parameterFaults({ key, from, value }: Given, today: string): Fault[] {
  const known = parameterNames.find((name) => name === key)
  const fault = known && valueFault(shapeOfParameter[known], value)
  return [
    ...(typeof from === 'string' && from < today ? [{ field: '/from', code: 'elections.parameter.in_past' }] : []),
    ...(fault ? [{ field: '/value', ...fault }] : []),
  ]
}

type ValueFault = Pick<Fault, 'code' | 'variables'>

function valueFault(shape: ParameterShape, value: unknown): ValueFault | undefined {
  switch (shape.is) {
    case 'number': {
      const { least, most } = shape
      const fits = isCount(value) && value >= least && value <= most
      return fits ? undefined : { code: 'elections.parameter.number', variables: { least, most } }
    }
    case 'share': {
      const { parts, whole } = fieldsOf(value)
      const fits = isCount(parts) && isCount(whole) && parts > 0 && parts <= whole && whole <= 100
      return fits && hasOnly(value, ['parts', 'whole']) ? undefined : { code: 'elections.parameter.share' }
    }
    case 'years':
      return Array.isArray(value) && value.length > 0 && value.every((year) => isCount(year) && year > 0 && year < 10)
        ? undefined
        : { code: 'elections.parameter.number', variables: { least: 1, most: 9 } }
    case 'sizes':
      return sizesFault(value)
    case 'womens': {
      const { members, employees, oneFrom } = fieldsOf(value)
      const threshold = (given: unknown) => given === null || (isCount(given) && given > 0)
      const fits = threshold(members) && threshold(employees) && isCount(oneFrom) && oneFrom > 0
      return fits && (members !== null || employees !== null) && hasOnly(value, ['members', 'employees', 'oneFrom'])
        ? undefined
        : { code: 'elections.parameter.womens' }
    }
  }
}

/** Bands that follow one another, the last without an end, so that nobody falls between two. */
function sizesFault(value: unknown): ValueFault | undefined {
  const { odd, bands } = fieldsOf(value)
  const wrong = { code: 'elections.parameter.bands' }
  if (typeof odd !== 'boolean' || !Array.isArray(bands) || bands.length === 0 || bands.length > 30) return wrong
  if (!hasOnly(value, ['odd', 'bands'])) return wrong
  let next: number | null = null
  for (const [index, band] of bands.entries()) {
    const { from, to, min, max } = fieldsOf(band)
    const last = index === bands.length - 1
    if (!isCount(from) || !isCount(min) || !isCount(max) || min > max || !hasOnly(band, ['from', 'to', 'min', 'max']))
      return wrong
    if (next !== null && from !== next) return wrong
    if (last ? to !== null : !isCount(to) || to < from) return wrong
    if (odd && min === max && min % 2 === 0) return { code: 'elections.parameter.odd' }
    next = isCount(to) ? to + 1 : null
  }
  return undefined
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
const hasOnly = (value: unknown, names: readonly string[]) =>
  Object.keys(fieldsOf(value)).every((name) => names.includes(name))

/** Safe because each field is looked at before it is used. */
function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as { readonly [name: string]: unknown })
    : {}
}

/** Safe once the faults of a wish are none: its value has the shape of its key. */
export function asParameterRow(wish: Omit<ParameterRow, 'value' | 'to'> & { readonly value: unknown }): ParameterRow {
  return { ...wish, to: null } as ParameterRow
}
