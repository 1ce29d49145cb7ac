import type { Tx } from '../database/tx.ts'
import type { MatterParts } from '../matter/parts.ts'
import type { Place } from '../shared/place.ts'

/** Why an act on a clock opens another cell: the account of whom it concerns may be kept there. */
export const subjectReach = { subject: 'whom the matter concerns: their account, in its cell' } as const

/**
 * The account of the person a matter concerns and the cell of their inbox, or undefined for somebody without one. Opens each of
 * their cells: whatever else the transaction does comes before.
 */
export async function homeAccount(
  tx: Tx,
  { people }: Pick<MatterParts, 'people'>,
  reach: (name: 'subject', place: Place) => Promise<void>,
  person: string,
): Promise<{ readonly cell: number; readonly account: string } | undefined> {
  for (const cell of await people.cellsOf(tx, person)) {
    await reach('subject', { cell, path: '' })
    const found = await people.find(tx, cell, person)
    if (found?.account) return { cell, account: found.account }
  }
  return undefined
}
