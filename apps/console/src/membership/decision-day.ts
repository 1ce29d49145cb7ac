import { dayOf } from '@gongqiao/ui/format.ts'

/** What is wrong with a committee's decision day, or null. */
export type DecisionFault = 'missing' | 'future' | 'before_application'

/**
 * Judges the decision day of one or many applications: not in the future, and not before the earliest of them.
 *
 * @param openedAt instants the applications were made, at least one
 * @see MEM-11
 */
export function decisionFault(
  decidedOn: string | null,
  today: string,
  openedAt: readonly string[],
): DecisionFault | null {
  if (decidedOn === null) return 'missing'
  if (decidedOn > today) return 'future'
  return openedAt.length > 0 && decidedOn < firstDay(openedAt) ? 'before_application' : null
}

/** The day the first of them was made: no earlier decision fits any. */
export function firstDay(openedAt: readonly string[]): string {
  return openedAt.map((instant) => dayOf(instant)).sort()[0] ?? ''
}

/** How many of them were made after the decision day, and so will be left out by the server. */
export function madeAfter(decidedOn: string, openedAt: readonly string[]): number {
  return openedAt.filter((instant) => dayOf(instant) > decidedOn).length
}
