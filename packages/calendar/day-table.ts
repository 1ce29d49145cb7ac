import { type DayKind, dayKinds, isWorkingKind } from './calendar-rows.ts'
import { type CivilDay, dayNumberOf, fromDayNumber, weekdayOf } from './civil-day.ts'

/** First and last year every table covers. */
export const firstYear = 1980
export const lastYear = 2119

/** Number of the first day every table covers. */
export const firstDay = dayNumberOf(firstYear, 1, 1)
const dayCount = dayNumberOf(lastYear + 1, 1, 1) - firstDay

/** What a day number is, by its row. */
export type NamedKind = { readonly kind: DayKind; readonly name?: string }

/**
 * All days from 1980 to 2119 with their working days counted beforehand, so that every question is one or two look-ups.
 *
 * Days are numbers (see `toDayNumber`). Every method throws a RangeError for a day outside the years covered.
 */
export class DayTable {
  readonly #kinds = new Uint8Array(dayCount)
  readonly #names = new Map<number, string>()
  /** `#before[i]` working days lie among the first `i` days. */
  readonly #before = new Int32Array(dayCount + 1)
  /** Places of the working days, in order. */
  readonly #workdays: Int32Array
  readonly #yearOf = new Uint8Array(dayCount)
  /** `#provisionalBefore[i]` provisional years lie among the first `i` years. */
  readonly #provisionalBefore = new Int32Array(lastYear - firstYear + 2)

  /**
   * @param special the days that differ from the plain week, by number
   * @param isPublished says whether the schedule of a year is published
   */
  constructor(special: ReadonlyMap<number, NamedKind>, isPublished: (year: number) => boolean) {
    let place = 0
    for (let year = firstYear; year <= lastYear; year++) {
      const index = year - firstYear
      this.#provisionalBefore[index + 1] = (this.#provisionalBefore[index] ?? 0) + (isPublished(year) ? 0 : 1)
      const end = dayNumberOf(year + 1, 1, 1) - firstDay
      this.#yearOf.fill(index, place, end)
      place = end
    }
    const workdays = new Int32Array(dayCount)
    let count = 0
    for (let i = 0; i < dayCount; i++) {
      const row = special.get(firstDay + i)
      const kind = row?.kind ?? (weekdayOf(firstDay + i) % 6 === 0 ? 'weekend' : 'workday')
      this.#kinds[i] = dayKinds.indexOf(kind)
      if (row?.name !== undefined) this.#names.set(firstDay + i, row.name)
      if (isWorkingKind(kind)) workdays[count++] = i
      this.#before[i + 1] = count
    }
    this.#workdays = workdays.slice(0, count)
  }

  /** What kind of day it is. */
  kindOf(day: number): DayKind {
    return dayKinds[this.#kinds[placeOf(day)] ?? 0] ?? 'workday'
  }

  /** The holiday a day belongs to, if any. */
  nameOf(day: number): string | undefined {
    return this.#names.get(day)
  }

  /** The first working day on or after a day. */
  workdayFrom(day: number): number {
    return this.#workdayAt(this.#countBefore(placeOf(day)))
  }

  /** The last working day on or before a day. */
  workdayUpTo(day: number): number {
    return this.#workdayAt(this.#countBefore(placeOf(day) + 1) - 1)
  }

  /** The `count`-th working day after a day (count > 0) or before it (count < 0). */
  workdayAfter(day: number, count: number): number {
    const place = placeOf(day)
    return this.#workdayAt(count > 0 ? this.#countBefore(place + 1) + count - 1 : this.#countBefore(place) + count)
  }

  /** The number of working days from one day to another, both included; 0 when the second comes first. */
  workdaysIn(from: number, to: number): number {
    return to < from ? 0 : this.#countBefore(placeOf(to) + 1) - this.#countBefore(placeOf(from))
  }

  /** Says whether any day from one day to another lies in a year whose schedule is not published. */
  isProvisional(from: number, to: number): boolean {
    const first = this.#yearOf[placeOf(from)] ?? 0
    const last = this.#yearOf[placeOf(to)] ?? 0
    return (this.#provisionalBefore[last + 1] ?? 0) > (this.#provisionalBefore[first] ?? 0)
  }

  /** The years without a published schedule among those from one day to another. */
  provisionalYears(from: number, to: number): number[] {
    const years: number[] = []
    for (let index = this.#yearOf[placeOf(from)] ?? 0; index <= (this.#yearOf[placeOf(to)] ?? 0); index++) {
      if ((this.#provisionalBefore[index + 1] ?? 0) > (this.#provisionalBefore[index] ?? 0))
        years.push(firstYear + index)
    }
    return years
  }

  #countBefore(place: number): number {
    return this.#before[place] ?? 0
  }

  #workdayAt(index: number): number {
    const place = this.#workdays[index]
    if (place === undefined) throw new RangeError(`the calendar ends before the day asked for: it covers ${covered}`)
    return firstDay + place
  }
}

const covered = `${firstYear} to ${lastYear}`

function placeOf(day: number): number {
  const place = day - firstDay
  if (place < 0 || place >= dayCount)
    throw new RangeError(`${spelled(day)} lies outside the calendar, which covers ${covered}`)
  return place
}

function spelled(day: number): CivilDay {
  return Number.isFinite(day) ? fromDayNumber(day) : String(day)
}
