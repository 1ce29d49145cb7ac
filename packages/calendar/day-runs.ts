import { fromDayNumber } from './civil-day.ts'
import type { DayTable } from './day-table.ts'
import type { DayRun } from './trace.ts'

/** The rest days from one day number to another as runs, each with the holidays it holds; days of `leftOut` are no part. */
export function restRuns(days: DayTable, from: number, to: number, leftOut?: (day: number) => boolean): DayRun[] {
  const runs: DayRun[] = []
  let first: number | undefined
  for (let day = from; day <= to + 1; day++) {
    const rest = day <= to && days.workdaysIn(day, day) === 0 && leftOut?.(day) !== true
    if (rest) first ??= day
    else if (first !== undefined) {
      runs.push(runOf(days, first, day - 1))
      first = undefined
    }
  }
  return runs
}

function runOf(days: DayTable, from: number, to: number): DayRun {
  const names = new Set<string>()
  for (let day = from; day <= to; day++) {
    const name = days.nameOf(day)
    if (name !== undefined) names.add(name)
  }
  const run = { from: fromDayNumber(from), to: fromDayNumber(to), days: to - from + 1 }
  return names.size === 0 ? run : { ...run, name: [...names].join('、') }
}
