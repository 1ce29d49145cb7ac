import { divisionPrefix } from '../matter/deadline-rule.ts'

/** Which clocks a change may move: those under a rule since a day, or those that run through a year. */
export type TouchedClocks = { readonly rule?: string; readonly from?: string; readonly year?: number }

/** The cells of a place: a division's cells begin with its digits. */
export function cellsOfRegion(region: string): readonly [number, number] {
  const prefix = divisionPrefix(region)
  return [Number(prefix.padEnd(6, '0')), Number(prefix.padEnd(6, '9'))]
}

/** The days between which a clock must run to be touched by a year: a fortnight more, since holidays reach over its ends. */
export function boundsOf({ year }: TouchedClocks): readonly [string | null, string | null] {
  return year === undefined ? [null, null] : [`${year - 1}-12-15`, `${year + 1}-01-15`]
}
