import { addMonths, fromDayNumber, toDayNumber } from '@gongqiao/calendar'
import type { Fault } from '@gongqiao/kernel/refusal.ts'

/** A day so many months before another, `YYYY-MM-DD`. */
export function monthsBefore(day: string, months: number): string {
  return fromDayNumber(addMonths(toDayNumber(day), -months))
}

/** How many months in a row without dues and without taking part come before a committee may declare anything. */
export const deemedAfterMonths = 6

/** What an officer enters when they open 视为自动退会. */
export type Neglect = {
  /** The first day of the months that were not paid. */
  readonly unpaidFrom: string
  /** The last day the person took part in anything; null where the union knows of none. */
  readonly tookPartOn: string | null
  /** The day they were talked to. */
  readonly educatedOn: string
}

/**
 * What is wrong with the six months: both must have gone by without a break, and the education comes after them. Whoever
 * took part within them is not deemed to have left, however much is unpaid.
 *
 * @see rulebook MEM-40, T-MEM-3
 */
export function neglectFaults({ unpaidFrom, tookPartOn, educatedOn }: Neglect, today: string): Fault[] {
  const faults: Fault[] = []
  if (educatedOn > today) faults.push({ field: '/educatedOn', code: 'membership.day_in_future' })
  if (unpaidFrom > monthsBefore(educatedOn, deemedAfterMonths))
    faults.push({ field: '/unpaidFrom', code: 'membership.unpaid_too_short' })
  if (tookPartOn !== null && tookPartOn > monthsBefore(educatedOn, deemedAfterMonths))
    faults.push({ field: '/tookPartOn', code: 'membership.took_part_lately' })
  return faults
}

/** How a committee voted 委员会表决, 人. */
export type Vote = {
  /** All members of the committee. */
  readonly members: number
  readonly present: number
  readonly for: number
  readonly against: number
  readonly abstained: number
}

/** What is wrong with a vote's figures: nobody votes who is not there, and nobody twice. */
export function voteFaults({ members, present, for: yes, against, abstained }: Vote): Fault[] {
  const faults: Fault[] = []
  if (members < 1) faults.push({ field: '/vote/members', code: 'membership.vote_no_committee' })
  if (present > members) faults.push({ field: '/vote/present', code: 'membership.vote_more_than_members' })
  if (yes + against + abstained !== present)
    faults.push({ field: '/vote/for', code: 'membership.vote_does_not_add_up' })
  return faults
}

/**
 * Tells whether a committee decided for it: more than half of all its members voted so, so that a few who came cannot end
 * somebody's membership.
 *
 * @see rulebook MEM-41
 */
export function carries({ members, for: yes }: Vote): boolean {
  return yes * 2 > members
}
