/** An instrument of law that means working days where it says 日, for some of its periods. */
export type DayReading = {
  readonly instrument: string
  readonly article: string
  /** The lengths that are read as working days. */
  readonly workdayLengths: readonly number[]
  /** Whether the text itself was read. */
  readonly confirmed: boolean
}

/** The known exceptions to the rule that 日 is a calendar day (T-07). */
export const dayReadings: readonly DayReading[] = [
  { instrument: '行政复议法', article: '第八十八条', workdayLengths: [3, 5, 7, 10], confirmed: true },
  { instrument: '劳动人事争议仲裁办案规则', article: '附则', workdayLengths: [3, 5, 10], confirmed: false },
]

/**
 * What an instrument means by a period of N 日: calendar days, unless it says otherwise for that length (T-07).
 *
 * Where the wording is 工作日 there is nothing to ask.
 */
export function unitOfDays(
  instrument: string,
  length: number,
  readings: readonly DayReading[] = dayReadings,
): 'day' | 'workday' {
  const reading = readings.find((row) => row.instrument === instrument)
  return reading?.workdayLengths.includes(length) === true ? 'workday' : 'day'
}
