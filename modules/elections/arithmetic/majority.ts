import { fewestMoreThan, isMoreThan, type Share } from './share.ts'

/**
 * The fewest votes that elect somebody: more than half of those who should attend, not of those who did.
 *
 * @see ELE-58
 */
export function votesToBeElected(expected: number, share: Share): number {
  return fewestMoreThan(expected, share)
}

/** Tells whether somebody has the majority it takes. @see ELE-58 */
export function passes(yes: number, expected: number, share: Share): boolean {
  return isMoreThan(yes, expected, share)
}

/**
 * Tells whether a chair or vice-chair is removed 罢免: more than half of all members or all delegates, present or not.
 *
 * @see ELE-41
 */
export function isRemoved(yes: number, all: number, share: Share): boolean {
  return isMoreThan(yes, all, share)
}
