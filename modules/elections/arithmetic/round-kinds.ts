/**
 * Why a round is held: a preliminary vote 预选 that makes the final list, and again because that was void; the first of the
 * formal election, again because it was void, among equals, or for seats that stayed empty.
 */
export const roundKinds = ['preliminary', 'preliminary_again', 'first', 'repeat', 'run_off', 'rest'] as const
export type RoundKind = (typeof roundKinds)[number]

/** Tells whether a round makes the final list and elects nobody. @see ELE-61 */
export const isPreliminary = (kind: RoundKind): boolean => kind === 'preliminary' || kind === 'preliminary_again'

/** Where a round or a contest stands; `listed` where the final list is made and the formal election follows. */
export const standings = ['waiting', 'differs', 'void', 'tie', 'short', 'listed', 'complete'] as const
export type Standing = (typeof standings)[number]
