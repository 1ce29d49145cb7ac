import {
  addDays,
  type Calendar,
  civilDay,
  compute,
  computeBefore,
  type Deadline,
  dayInWords,
  explain,
  type Pause,
  passedAt,
  remainingAfter,
} from '@gongqiao/calendar'
import type { Language } from '../shared/texts.ts'
import { type DeadlineRule, wordsOfRule } from './deadline-rule.ts'

/** What a clock went through since its event, and where it runs. */
export type ClockRun = {
  /** Days that do not count, both ends included (T-11). Hours run on and know none (T-14). */
  readonly pauses?: readonly Pause[]
  /** By how much it was prolonged, in the unit of its rule (T-16). */
  readonly extensions?: readonly number[]
  /** The cell of the matter: its place says which local rules and holidays hold. */
  readonly cell?: number
  /** Division code of the place, where it is known better than by the cell. */
  readonly region?: string
  /** The clock stands still since this day: said in the explanation. The due day stays that of the days before. */
  readonly standing?: { readonly from: string; readonly reason: string }
}

/** A due day 到期日. */
export type DueDay = {
  /** The legal due day: the latest where the law can be read in two ways, so that nobody is late under one alone (T-12). */
  readonly on: string
  /** The earliest last safe working day, for whoever's right it is (T-12). */
  readonly safeBy: string
  /** Whether it rests on a year whose calendar is not official yet (T-CAL-06). */
  readonly provisional: boolean
  /** For a rule by hours the very time, Beijing time (T-14). */
  readonly at?: string
}

type Reading = { readonly on: string; readonly safeBy: string; readonly provisional: boolean; readonly at?: string }

/**
 * When something is due under a rule.
 *
 * @param from the day or instant of the event; hours from a mere day are counted from its 24:00
 * @throws RangeError for a day outside the calendar
 */
export function dueDay(rule: DeadlineRule, from: string | Date, run: ClockRun, calendar: Calendar): DueDay {
  const first = reading(rule, rule.unit, from, run, calendar)
  if (rule.alt_unit === null) return first
  const other = reading(rule, rule.alt_unit, from, run, calendar)
  return {
    on: first.on > other.on ? first.on : other.on,
    safeBy: first.safeBy < other.safeBy ? first.safeBy : other.safeBy,
    provisional: first.provisional || other.provisional,
  }
}

function reading(
  rule: DeadlineRule,
  unit: DeadlineRule['unit'],
  from: string | Date,
  run: ClockRun,
  calendar: Calendar,
): Reading {
  if (rule.counting !== 'after') {
    const { latestDay, provisional } = countedBack(rule, from, run, calendar)
    return { on: latestDay, safeBy: latestDay, provisional }
  }
  const { dueAt, safeBy, provisional } = countedOn(rule, unit, from, run, calendar)
  if (unit !== 'hour') return { on: dueAt, safeBy, provisional }
  // Midnight is the 24:00 of the day that ends.
  const on = civilDay(new Date(Date.parse(dueAt) - 1))
  return { on, safeBy: on, provisional, at: dueAt }
}

function countedOn(
  rule: DeadlineRule,
  unit: DeadlineRule['unit'],
  from: string | Date,
  run: ClockRun,
  calendar: Calendar,
): Deadline {
  const { pauses, extensions, region } = run
  if (unit === 'hour') {
    const trigger = typeof from === 'string' && from.length === 10 ? passedAt(from) : from
    return compute({ trigger, length: rule.length, unit, roll: false, ...prolonged(extensions) }, calendar)
  }
  return compute(
    {
      trigger: from,
      length: rule.length,
      unit,
      roll: unit !== 'workday' && (rule.roll || rule.alt_unit !== null),
      ...(region !== undefined && { region }),
      ...(pauses !== undefined && pauses.length > 0 && { pauses }),
      ...prolonged(extensions),
    },
    calendar,
  )
}

function prolonged(extensions: readonly number[] | undefined): { extensions?: readonly number[] } {
  return extensions === undefined || extensions.length === 0 ? {} : { extensions }
}

function countedBack(rule: DeadlineRule, event: string | Date, run: ClockRun, calendar: Calendar) {
  const { length, unit, counting } = rule
  if (unit === 'hour') throw new RangeError(`${rule.id}: hours are not counted back by the day`)
  const day = typeof event === 'string' && event.length === 10 ? event : civilDay(event)
  const region = run.region === undefined ? {} : { region: run.region }
  return computeBefore({ event: day, length, unit, clearDays: counting === 'before_clear', ...region }, calendar)
}

/** How many days of the rule's unit are left after a day: what a clock that stands still shows (T-11). */
export function daysLeft(
  rule: DeadlineRule,
  from: string,
  afterDay: string,
  run: ClockRun,
  calendar: Calendar,
): number {
  if (rule.unit === 'hour' || rule.counting !== 'after') throw new RangeError(`${rule.id} leaves no days over`)
  const { pauses = [], extensions = [], region } = run
  const period = { trigger: from, length: rule.length, unit: rule.unit, roll: rule.roll, pauses, extensions }
  return remainingAfter(afterDay, { ...period, ...(region !== undefined && { region }) }, calendar)
}

/**
 * A due day in plain words (T-17): the rule and its article, the event, the days that count, those that do not and why,
 * both readings where there are two, and whether the clock stands still.
 */
export function explainDue(
  rule: DeadlineRule,
  from: string | Date,
  run: ClockRun,
  calendar: Calendar,
  language: Language,
): string {
  const zh = language === 'zh'
  const { words, event } = wordsOfRule(rule, language)
  const said = zh ? `${words}（${rule.article}）。` : `${words} (${rule.article}).`
  const began = event === '' ? '' : zh ? `起算：${event}。` : `It runs from: ${event}.`
  const join = (...sentences: readonly string[]) => sentences.filter((one) => one !== '').join(zh ? '' : ' ')
  return join(said, began, readingsInWords(rule, from, run, calendar, language), standingInWords(run, language))
}

function readingsInWords(
  rule: DeadlineRule,
  from: string | Date,
  run: ClockRun,
  calendar: Calendar,
  language: Language,
): string {
  if (rule.counting !== 'after') return explain(countedBack(rule, from, run, calendar).trace, language)
  const counted = (unit: DeadlineRule['unit']) => explain(countedOn(rule, unit, from, run, calendar).trace, language)
  if (rule.alt_unit === null) return counted(rule.unit)
  const { on, safeBy } = dueDay(rule, from, run, calendar)
  const [byDays, byWorkdays] = [counted('day'), counted('workday')]
  return language === 'zh'
    ? `这里的“日”有两种读法。按日历日：${byDays}按工作日：${byWorkdays}两种读法都满期（${on}）以后才算超期；为稳妥起见，请按较早的日期（${safeBy}）办理。`
    : `The law can be read in two ways. As calendar days: ${byDays} As working days: ${byWorkdays} It is late only after both (${on}); to be safe, go by the earlier day (${safeBy}).`
}

function standingInWords({ standing }: ClockRun, language: Language): string {
  if (standing === undefined) return ''
  const { reason } = standing
  const from = dayInWords(standing.from, language)
  return language === 'zh'
    ? `自${from}起期限中止（${reason}），恢复后继续计算，届时重新确定到期日。`
    : `The clock stands still since ${from} (${reason}) and runs on afterwards; the due day is set anew then.`
}

/** The pause of a clock that stood still from one day until it ran on at another, or undefined within one day (T-11). */
export function pauseBetween(stoppedOn: string, runsOnFrom: string, reason: string): Pause | undefined {
  if (runsOnFrom <= stoppedOn) return undefined
  return { from: stoppedOn, to: addDays(runsOnFrom, -1), reason }
}
