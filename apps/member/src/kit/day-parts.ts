/** The three parts of a day, each empty until it is chosen. */
export type DayParts = { readonly year: string; readonly month: string; readonly day: string }

/** Takes `YYYY-MM-DD`, or the same with empty parts, apart. */
export function partsOf(value: string): DayParts {
  const [year = '', month = '', day = ''] = value.split('-')
  return { year, month, day }
}

/** Puts the parts together; a day the month does not have becomes the month's last. All empty gives the empty text. */
export function toDay({ year, month, day }: DayParts): string {
  if (year === '' && month === '' && day === '') return ''
  const last = daysInMonth(year, month)
  const kept = day !== '' && Number(day) > last ? String(last) : day
  return `${year}-${month}-${kept}`
}

/** How many days a month has; 31 while the month is not chosen, 29 for a February whose year is not. */
export function daysInMonth(year: string, month: string): number {
  if (month === '') return 31
  return new Date(Date.UTC(year === '' ? 2000 : Number(year), Number(month), 0)).getUTCDate()
}

/** Tells whether all three parts are chosen. */
export function isWholeDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}
