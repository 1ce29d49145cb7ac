/** Days as numbers, for arithmetic: days since 1970-01-01. */
export function dayNumber(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError(`not a day: ${day}`)
  return time / 86_400_000
}

/** A day number as `YYYY-MM-DD`. */
export function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

/** The same day so many years later (earlier when negative); 29 February falls back to the 28th. */
export function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)
  return `${String(year).padStart(4, '0')}${rest}`
}
