import { type CivilDay, toDayNumber, weekdayOf } from './civil-day.ts'
import type { BeforeTrace, DayRun, DayTrace, HourTrace, Trace } from './trace.ts'

const units = { hour: 'hour', day: 'day', workday: 'working day', month: 'month', year: 'year' } as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const holidays: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
}

/** A trace in English sentences. */
export function explainInEnglish(trace: Trace): string {
  const rule = trace.rule === undefined ? [] : [`Under rule ${trace.rule}.`]
  switch (trace.kind) {
    case 'hours':
      return [...rule, ...hours(trace)].join(' ')
    case 'before':
      return [...rule, ...before(trace), ...provisional(trace.provisionalYears)].join(' ')
    default:
      return [...rule, ...days(trace), ...provisional(trace.provisionalYears)].join(' ')
  }
}

function days(trace: DayTrace): string[] {
  const sentences = [
    `Counting from the day after ${dated(trace.trigger)}, ${amount(trace)} end on ${dated(trace.naturalEnd)}.`,
  ]
  if (trace.restDaysCounted > 0) sentences.push(`Rest days in between count: ${trace.restDaysCounted}.`)
  if (trace.skipped.length > 0) sentences.push(`Rest days in between do not count: ${runs(trace.skipped)}.`)
  if (trace.makeUpDays.length > 0) {
    sentences.push(`Make-up working days count: ${trace.makeUpDays.map(short).join(', ')}.`)
  }
  if (trace.pausedDays > 0) {
    const pauses = trace.pauses.map(
      (pause) => span(pause.from, pause.to) + (pause.reason === undefined ? '' : ` (${pause.reason})`),
    )
    sentences.push(
      `The clock stood still and these days do not count: ${pauses.join(', ')}, ${trace.pausedDays} in all.`,
    )
  }
  if (trace.rolledOver.length > 0) {
    sentences.push(
      `The last day is a rest day (${runs(trace.rolledOver)}), so the period ends on the first working day after it.`,
    )
  }
  sentences.push(`Due by 24:00 on ${dated(trace.dueAt)}.`)
  if (trace.safeBy !== trace.dueAt) sentences.push(`To be safe, act no later than ${dated(trace.safeBy)}.`)
  return sentences
}

function hours(trace: HourTrace): string[] {
  return [
    `Counting ${amount(trace)} on the clock from ${timed(trace.trigger)}, rest days included.`,
    `Due by ${timed(trace.dueAt)}.`,
  ]
}

function before(trace: BeforeTrace): string[] {
  const full = trace.clearDays ? ' in full' : ''
  const sentences = [
    `At least ${amount(trace)}${full} before ${dated(trace.event)}, that day not counted, leads back to ${dated(trace.naturalDay)}.`,
  ]
  if (trace.movedOver.length > 0) {
    sentences.push(`Rest days (${runs(trace.movedOver)}) move it to the last working day before them.`)
  }
  return [...sentences, `Act by ${dated(trace.latestDay)}.`]
}

function provisional(years: readonly number[]): string[] {
  if (years.length === 0) return []
  return [
    `The holiday schedule of ${years.join(', ')} is not published yet: the date is provisional and will be computed again.`,
  ]
}

function amount(trace: Pick<DayTrace, 'length' | 'extensions'> & { readonly unit: keyof typeof units }): string {
  const counted = (length: number): string => `${length} ${units[trace.unit]}${length === 1 ? '' : 's'}`
  const base = counted(trace.length)
  return trace.extensions === undefined ? base : `${base} (extended by ${trace.extensions.map(counted).join(', ')})`
}

function runs(list: readonly DayRun[]): string {
  return list.map((run) => span(run.from, run.to) + (run.name === undefined ? '' : ` ${named(run.name)}`)).join(', ')
}

function named(name: string): string {
  return name
    .split('、')
    .map((holiday) => holidays[holiday] ?? holiday)
    .join(' and ')
}

function span(from: CivilDay, to: CivilDay): string {
  return from === to ? short(from) : `${short(from)} to ${short(to)}`
}

function short(day: CivilDay): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`
}

/** A day, or a time of a day, as sentences name it. */
export function dated(day: string): string {
  if (day.length > 10) return timed(day)
  return `${weekdays[weekdayOf(toDayNumber(day))] ?? ''}, ${short(day)} ${day.slice(0, 4)}`
}

function timed(time: string): string {
  return `${time.slice(11, 16)} on ${dated(time.slice(0, 10))}`
}
