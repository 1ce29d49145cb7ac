import type { Given } from '../command/command.ts'
import type { DeadlineRule } from '../matter/deadline-rule.ts'
import type { Fault } from '../refusal.ts'
import type { RuleChange } from './contract.ts'

/** Longest lengths by unit: more would leave the calendar. */
const longest: { readonly [unit: string]: number } = { hour: 2_400, day: 4_000, workday: 2_500, month: 240, year: 30 }

/** What is wrong with a change beyond its shape; every fault at once. */
export function ruleFaults(given: Given): Fault[] {
  const { unit, altUnit, roll, from, to, length } = given
  const faults: Fault[] = []
  if (altUnit !== undefined && altUnit !== null && !isOtherReading(unit, altUnit))
    faults.push({ field: '/altUnit', code: 'clock.alt_unit' })
  if (roll === true && (unit === 'hour' || unit === 'workday'))
    faults.push({ field: '/roll', code: 'clock.roll_of_hours' })
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    faults.push({ field: '/to', code: 'clock.ends_before_it_begins' })
  if (typeof length === 'number' && typeof unit === 'string' && length > (longest[unit] ?? length))
    faults.push({ field: '/length', code: 'clock.length_too_long' })
  return faults
}

function isOtherReading(unit: unknown, altUnit: unknown): boolean {
  return (unit === 'day' && altUnit === 'workday') || (unit === 'workday' && altUnit === 'day')
}

/** The new version: what the change says, and everything else as in the version it follows. */
export function newVersion(base: DeadlineRule, change: RuleChange): DeadlineRule {
  return {
    ...base,
    region: change.region,
    article: change.article,
    words_zh: change.wordsZh,
    words_en: change.wordsEn,
    length: change.length,
    unit: change.unit,
    alt_unit: change.altUnit ?? null,
    roll: change.roll,
    confidence: change.confidence,
    effective_from: change.from,
    effective_to: change.to ?? null,
  }
}
