import { fewestAtLeast, isAtLeast, type Share } from './share.ts'

/**
 * The fewest of those who should attend 应到会人数 with whom a meeting may elect.
 *
 * @see ELE-50
 */
export function quorumOf(expected: number, share: Share): number {
  return fewestAtLeast(expected, share)
}

/**
 * Tells whether a meeting may elect; an electorate of nobody never may.
 *
 * @see ELE-50
 */
export function hasQuorum(present: number, expected: number, share: Share): boolean {
  return expected > 0 && isAtLeast(present, expected, share)
}

/**
 * How many members together can ask for an extraordinary meeting 临时会议.
 *
 * @see ELE-13
 */
export function proposersNeeded(members: number, share: Share): number {
  return fewestAtLeast(members, share)
}

/** What a number of members means for the form of the meeting. */
export type FormFinding = 'ok' | 'members_meet' | 'texts_differ'

/**
 * Whether a meeting may be one of delegates: below the bound all members meet. At the bound itself the Charter and the
 * Ordinance differ, which is said and not refused.
 *
 * @param delegatesFrom the number of members from which delegates may meet
 * @see ELE-10, ELE-11
 */
export function findForm(form: 'general' | 'delegate', members: number, delegatesFrom: number): FormFinding {
  if (form === 'general') return 'ok'
  if (members < delegatesFrom) return 'members_meet'
  return members === delegatesFrom ? 'texts_differ' : 'ok'
}
