import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'

const forget = hot('membership.forget_names', 'select membership.forget_names($1, $2)')
const keep = hot('membership.keep_names', 'select membership.keep_names($1, $2)')

/** Lets nobody be found by the names these memberships have now: before a name or a place changes. Travels with the next statement. */
export function forgetNames(tx: Tx, cell: number, memberships: readonly string[]): void {
  tx.runWithNext(forget, [cell, memberships])
}

/**
 * Lets whoever is on the roll be found by the name they have now, and nobody who has left: after a name or a place has
 * changed, after an end and after a return. Travels with the next statement.
 */
export function keepNames(tx: Tx, cell: number, memberships: readonly string[]): void {
  tx.runWithNext(keep, [cell, memberships])
}
