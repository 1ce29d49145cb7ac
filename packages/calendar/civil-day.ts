/** A civil day of Asia/Shanghai, written `YYYY-MM-DD`. */
export type CivilDay = string

/** A point in time: a `Date`, or ISO 8601 text that carries its own offset (`2026-10-01T22:30:00+08:00`). */
export type Instant = Date | string

const dayMs = 86_400_000
/** The whole country keeps one time without daylight saving (T-CAL-07). */
const shanghaiOffsetMs = 8 * 3_600_000
const two = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))

/**
 * The number of a civil day, counted from 1970-01-01 = 0.
 *
 * @throws RangeError when the text is no real day written `YYYY-MM-DD`
 */
export function toDayNumber(day: CivilDay): number {
  if (day.length === 10 && day.charCodeAt(4) === 45 && day.charCodeAt(7) === 45) {
    const year = digits(day, 0, 4)
    const month = digits(day, 5, 7)
    const date = digits(day, 8, 10)
    if (year >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))
      return dayNumberOf(year, month, date)
  }
  throw new RangeError(`not a day written YYYY-MM-DD: ${day}`)
}

/** The civil day with a number. */
export function fromDayNumber(number: number): CivilDay {
  const { year, month, date } = partsOf(number)
  const years = year < 1000 || year > 9999 ? String(year).padStart(4, '0') : `${year}`
  return `${years}-${two[month]}-${two[date]}`
}

/** The number of a day given by its parts, which must exist. */
export function dayNumberOf(year: number, month: number, date: number): number {
  // Days of the proleptic Gregorian calendar with the year beginning in March, so that a leap day comes last.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Year, month and day of month of a day number. */
export function partsOf(number: number): { readonly year: number; readonly month: number; readonly date: number } {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Day of the week of a day number: 0 Sunday to 6 Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

/**
 * The day number `months` later (or earlier) on the corresponding day, or the month's last day when there is none (T-02).
 *
 * @see 民法典 §202
 */
export function addMonths(number: number, months: number): number {
  const { year, month, date } = partsOf(number)
  const total = year * 12 + month - 1 + months
  const toYear = Math.floor(total / 12)
  const toMonth = total - toYear * 12 + 1
  return dayNumberOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** The civil day that lies a number of days after (or, when negative, before) another. */
export function addDays(day: CivilDay, days: number): CivilDay {
  return fromDayNumber(toDayNumber(day) + days)
}

/** The civil day of Asia/Shanghai in which an instant lies (T-CAL-07, T-10). */
export function civilDay(instant: Instant): CivilDay {
  return fromDayNumber(dayNumberAt(toMilliseconds(instant)))
}

/** The number of the civil day of Asia/Shanghai at a time in milliseconds since 1970. */
export function dayNumberAt(milliseconds: number): number {
  return Math.floor((milliseconds + shanghaiOffsetMs) / dayMs)
}

/** The first instant of a civil day, 0:00 Beijing time. */
export function startOfDay(day: CivilDay): Date {
  return new Date(toDayNumber(day) * dayMs - shanghaiOffsetMs)
}

/** An instant in Beijing time, `2026-10-02T02:30:00+08:00`; thousandths only where there are any. */
export function beijingTime(instant: Instant): string {
  const local = new Date(toMilliseconds(instant) + shanghaiOffsetMs).toISOString()
  return `${local.slice(0, 19)}${local.endsWith('.000Z') ? '' : local.slice(19, 23)}+08:00`
}

/**
 * Milliseconds since 1970 of an instant.
 *
 * @throws RangeError when it is no time, or a text without an offset, which would mean another time on every machine
 */
export function toMilliseconds(instant: Instant): number {
  if (typeof instant === 'string' && !/T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:\d{2})$/.test(instant)) {
    throw new RangeError(`not an instant with an offset: ${instant}`)
  }
  const milliseconds = instant instanceof Date ? instant.getTime() : Date.parse(instant)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${String(instant)}`)
  return milliseconds
}

/** The number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
