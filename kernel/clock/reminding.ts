import { type Pause, remindersOf } from '@gongqiao/calendar'
import { type BeforeMark, reminderMarks } from '../matter/deadline-rule.ts'
import type { Deadlines } from '../matter/deadlines.ts'
import { clockPlace } from '../matter/matters.ts'

/** A clock of an open matter, with the last reminder of it. */
export type RemindedClock = {
  readonly rule: string
  readonly from: string
  readonly clockCell: number | null
  readonly due: string
  readonly pauses: readonly Pause[]
  readonly extensions: readonly number[]
  readonly remindedDue: string | null
  readonly remindedMark: string | null
}

/** A reminder that is due 到期提醒: to whom it speaks, at which mark, and of which day. */
export type DueReminder = {
  readonly side: 'right' | 'duty'
  readonly mark: BeforeMark
  /** The day it counts to: the due day for a duty, the safe day for a right (T-12). */
  readonly of: string
  readonly toSupervisor: boolean
}

/**
 * The reminder that a clock asks for today, or undefined: the most urgent mark that is reached, unless it was reminded of
 * already or the day is over. A run that was missed is made good by the next one, once.
 *
 * @see rulebook T-15, T-12
 */
export function reminderOf(
  deadlines: Deadlines,
  cell: number,
  clock: RemindedClock,
  today: string,
): DueReminder | undefined {
  const { rule: id, from, clockCell, due, pauses, extensions, remindedDue, remindedMark } = clock
  const place = clockPlace({ cell, clockCell })
  const rule = deadlines.rule(id, from, place)
  const of = rule.side === 'right' ? deadlines.due(id, from, { ...place, pauses, extensions }).safeBy : due
  if (today > of || today <= from) return undefined
  const region = deadlines.regionOf(place.cell)
  const span = { trigger: from, dueAt: of, ...(region !== undefined && { region }) }
  const marks = remindersOf(span, deadlines.calendar())
  const reached = marks.findLastIndex(({ day }) => day <= today)
  const mark = reminderMarks.find((one) => one === marks[reached]?.mark)
  if (mark === undefined) return undefined
  if (rule.reminders !== null && !rule.reminders.includes(mark)) return undefined
  if (remindedDue === of && reached <= marks.findIndex((one) => one.mark === remindedMark)) return undefined
  return { side: rule.side, mark, of, toSupervisor: rule.side === 'duty' && marks[reached]?.raiseTo === 'supervisor' }
}
