import type { CalendarYear, DayRow } from './calendar-rows.ts'
import { type CivilDay, fromDayNumber, toDayNumber, weekdayOf } from './civil-day.ts'

/** One holiday of a published schedule: first and last statutory day, first and last rest day, make-up working days. */
type Holiday = readonly [
  name: string,
  statutory: readonly [CivilDay, CivilDay],
  rest: readonly [CivilDay, CivilDay],
  makeUp?: readonly CivilDay[],
]

type Schedule = { readonly year: number; readonly source: string; readonly holidays: readonly Holiday[] }

/** 2024 still knows 11 statutory days; from 2025 there are 13 (T-CAL-01). */
const schedules: readonly Schedule[] = [
  {
    year: 2024,
    source: '国务院办公厅关于2024年部分节假日安排的通知',
    holidays: [
      ['元旦', ['2024-01-01', '2024-01-01'], ['2024-01-01', '2024-01-01']],
      ['春节', ['2024-02-10', '2024-02-12'], ['2024-02-10', '2024-02-17'], ['2024-02-04', '2024-02-18']],
      ['清明节', ['2024-04-04', '2024-04-04'], ['2024-04-04', '2024-04-06'], ['2024-04-07']],
      ['劳动节', ['2024-05-01', '2024-05-01'], ['2024-05-01', '2024-05-05'], ['2024-04-28', '2024-05-11']],
      ['端午节', ['2024-06-10', '2024-06-10'], ['2024-06-10', '2024-06-10']],
      ['中秋节', ['2024-09-17', '2024-09-17'], ['2024-09-15', '2024-09-17'], ['2024-09-14']],
      ['国庆节', ['2024-10-01', '2024-10-03'], ['2024-10-01', '2024-10-07'], ['2024-09-29', '2024-10-12']],
    ],
  },
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    holidays: [
      ['元旦', ['2025-01-01', '2025-01-01'], ['2025-01-01', '2025-01-01']],
      ['春节', ['2025-01-28', '2025-01-31'], ['2025-01-28', '2025-02-04'], ['2025-01-26', '2025-02-08']],
      ['清明节', ['2025-04-04', '2025-04-04'], ['2025-04-04', '2025-04-06']],
      ['劳动节', ['2025-05-01', '2025-05-02'], ['2025-05-01', '2025-05-05'], ['2025-04-27']],
      ['端午节', ['2025-05-31', '2025-05-31'], ['2025-05-31', '2025-06-02']],
      ['国庆节', ['2025-10-01', '2025-10-03'], ['2025-10-01', '2025-10-08'], ['2025-09-28', '2025-10-11']],
      ['中秋节', ['2025-10-06', '2025-10-06'], ['2025-10-06', '2025-10-06']],
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)',
    holidays: [
      ['元旦', ['2026-01-01', '2026-01-01'], ['2026-01-01', '2026-01-03'], ['2026-01-04']],
      ['春节', ['2026-02-16', '2026-02-19'], ['2026-02-15', '2026-02-23'], ['2026-02-14', '2026-02-28']],
      ['清明节', ['2026-04-05', '2026-04-05'], ['2026-04-04', '2026-04-06']],
      ['劳动节', ['2026-05-01', '2026-05-02'], ['2026-05-01', '2026-05-05'], ['2026-05-09']],
      ['端午节', ['2026-06-19', '2026-06-19'], ['2026-06-19', '2026-06-21']],
      ['中秋节', ['2026-09-25', '2026-09-25'], ['2026-09-25', '2026-09-27']],
      ['国庆节', ['2026-10-01', '2026-10-03'], ['2026-10-01', '2026-10-07'], ['2026-09-20', '2026-10-10']],
    ],
  },
]

/** The years whose schedule is loaded, with the notice of each (T-CAL-03). */
export const officialYears: readonly CalendarYear[] = schedules.map(({ year, source }) => ({
  year,
  status: 'published',
  source,
}))

/** Every day the published schedules speak of, in order: rest days, weekend days among them, and make-up working days. */
export const officialDays: readonly DayRow[] = schedules.flatMap(({ holidays }) => dayRowsOf(holidays))

function dayRowsOf(holidays: readonly Holiday[]): DayRow[] {
  const rows = new Map<CivilDay, DayRow>()
  for (const [name, , rest, makeUp = []] of holidays) {
    for (const number of daysFrom(rest)) {
      const day = fromDayNumber(number)
      rows.set(day, { day, kind: weekdayOf(number) % 6 === 0 ? 'weekend' : 'adjusted_rest', name })
    }
    for (const day of makeUp) rows.set(day, { day, kind: 'makeup_workday', name })
  }
  for (const [name, statutory] of holidays) {
    for (const number of daysFrom(statutory)) {
      const day = fromDayNumber(number)
      rows.set(day, { day, kind: 'statutory', name })
    }
  }
  return [...rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function daysFrom([first, last]: readonly [CivilDay, CivilDay]): number[] {
  const from = toDayNumber(first)
  return Array.from({ length: toDayNumber(last) - from + 1 }, (_, i) => from + i)
}

/**
 * Holidays whose date is fixed, for years whose schedule is not published (T-CAL-06): 元旦, 劳动节, 国庆节.
 *
 * @see 全国年节及纪念日放假办法 (2024-11-10) §2
 */
export function fixedDateHolidays(year: number): DayRow[] {
  const labourDays = year >= 2025 ? ['05-01', '05-02'] : ['05-01']
  const dates: readonly (readonly [string, readonly string[]])[] = [
    ['元旦', ['01-01']],
    ['劳动节', labourDays],
    ['国庆节', ['10-01', '10-02', '10-03']],
  ]
  return dates.flatMap(([name, days]) =>
    days.map((date) => ({ day: `${year}-${date}`, kind: 'statutory', name }) as const),
  )
}
