import { inTransaction } from '../kernel/database/tx.ts'
import { tellFacts } from '../kernel/facts/outbox.ts'
import type { Services } from '../kernel/services.ts'
import { newId } from '../kernel/shared/ids.ts'
import { cellsBetween } from '../kernel/shared/place.ts'
import { enrolMany } from '../modules/membership/index.ts'
import { checkPerson, enterMany } from '../modules/people/index.ts'

/** A line of a roster. */
export type RosterLine = {
  readonly name: string
  readonly identityNumber: string
  /** Null where the roster has none. */
  readonly phone: string | null
  readonly since?: string | null
}

/** Enters a roster of a union as an import does: its people are listed, and nobody's number or phone is held by that. */
export async function listPeople(
  services: Services,
  unit: { readonly id: string; readonly cell: number; readonly path: string },
  lines: readonly RosterLine[],
): Promise<void> {
  const { cell, path, id } = unit
  const now = services.now()
  const rows = lines.map((line) => {
    const checked = checkPerson({ ...line, identityKind: 'resident_card' }, '2026-03-02')
    if ('faults' in checked) throw new Error('a line of a roster is well-formed here')
    return { line, person: checked.person, personId: newId() }
  })
  await inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
    const people = rows.map(({ line, person, personId }) => ({
      ...{ id: personId, path, person, phone: line.phone, account: null, holdsNumber: false },
    }))
    await enterMany(tx, services, cell, people, now)
    const members = rows.map(({ line, person, personId }) => ({
      ...{ personId, path, unit: id, person, status: 'listed' as const, since: line.since ?? null, claim: null },
    }))
    await tellFacts(tx, await enrolMany(tx, cell, members, now), now)
  })
  services.wake()
}
