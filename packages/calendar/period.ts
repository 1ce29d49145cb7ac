import { type CivilDay, dayNumberAt, type Instant, toDayNumber, toMilliseconds } from './civil-day.ts'

/** In what a period is counted. */
export type PeriodUnit = 'hour' | 'day' | 'workday' | 'month' | 'year'

/** 中止: days that are not counted, both ends included (T-11). */
export type Pause = { readonly from: CivilDay; readonly to: CivilDay; readonly reason?: string }

/** A period of law to be computed. */
export type Period = {
  /** The day, or the instant, of the event that starts the clock; itself not counted (T-01). Hours need an instant. */
  readonly trigger: CivilDay | Instant
  /** How many units, at least 1. */
  readonly length: number
  readonly unit: PeriodUnit
  /** True when a period that ends on a rest day ends on the next working day (T-03); hours and workdays never do. */
  readonly roll: boolean
  /** GB/T 2260 code of the place whose local holidays count (T-CAL-04). */
  readonly region?: string
  /** Days that are not counted; they may overlap (T-11). Hours run on and take none. */
  readonly pauses?: readonly Pause[]
  /** Lengths added by extension, in the same unit, counted on from the same trigger (T-16). */
  readonly extensions?: readonly number[]
  /** Id of the rule, repeated in the trace (T-17). */
  readonly rule?: string
}

/** A pause by day numbers. */
export type NumberedPause = { readonly from: number; readonly to: number }

/** The day number of a trigger; an instant counts as its day in Asia/Shanghai. */
export function triggerDay(trigger: CivilDay | Instant): number {
  if (typeof trigger === 'string' && trigger.length === 10) return toDayNumber(trigger)
  return dayNumberAt(toMilliseconds(trigger))
}

/**
 * Length and extensions together.
 *
 * @throws RangeError unless each is an integer of at least 1
 */
export function totalLength(period: Pick<Period, 'length' | 'extensions'>): number {
  let total = checkedLength(period.length)
  if (period.extensions !== undefined) for (const extension of period.extensions) total += checkedLength(extension)
  return total
}

function checkedLength(length: number): number {
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError(`not a length of a period: ${length}`)
  return length
}

/**
 * Pauses by day numbers, in order, overlapping ones joined.
 *
 * @throws RangeError when a pause ends before it begins
 */
export function joinPauses(pauses: readonly Pause[]): NumberedPause[] {
  const numbered = pauses.map(({ from, to }) => {
    const pause = { from: toDayNumber(from), to: toDayNumber(to) }
    if (pause.to < pause.from) throw new RangeError(`a pause ends before it begins: ${from} to ${to}`)
    return pause
  })
  numbered.sort((a, b) => a.from - b.from)
  const joined: NumberedPause[] = []
  for (const pause of numbered) {
    const last = joined[joined.length - 1]
    if (last !== undefined && pause.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) }
    } else joined.push(pause)
  }
  return joined
}
