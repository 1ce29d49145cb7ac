const written = /^(\d{4})-(\d{2})-(\d{2})$/

/** Says whether year, month and day name a day of the Gregorian calendar. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Says whether a text is a real civil day written `YYYY-MM-DD`. */
export function isCivilDay(text: string): boolean {
  const parts = written.exec(text)
  return parts !== null && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/**
 * Completed years of age (周岁) on a civil day; the birthday itself completes the year.
 *
 * Somebody born on 29 February completes it on 1 March of a common year. Negative before birth.
 *
 * @throws RangeError when either is no real day written `YYYY-MM-DD`
 */
export function ageOn(birthDate: string, day: string): number {
  if (!isCivilDay(birthDate) || !isCivilDay(day)) throw new RangeError('ageOn needs two real days written YYYY-MM-DD')
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
