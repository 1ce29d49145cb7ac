import { sealField } from '../kernel/crypto/field.ts'
import { inTransaction } from '../kernel/database/tx.ts'
import { tellFacts } from '../kernel/facts/outbox.ts'
import type { Services } from '../kernel/services.ts'
import { newId } from '../kernel/shared/ids.ts'
import { cellsBetween } from '../kernel/shared/place.ts'
import { enrolMany } from '../modules/membership/index.ts'
import { checkPerson, enterMany } from '../modules/people/index.ts'
import type { House } from './house.ts'

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

/** Lets a roster say otherwise than a record that its person has claimed, as an import leaves it; gives the request's id. */
export async function rosterDiffers(
  house: Pick<House, 'rows' | 'services' | 'now'>,
  unit: { readonly id: string; readonly cell: number; readonly path: string; readonly name: string },
  of: { readonly membership: string; readonly person: string },
  says: { readonly name?: string; readonly phone?: string; readonly unit?: string; readonly leaving?: true },
): Promise<string> {
  const { cell, path } = unit
  const [id, sheet, officer] = [newId(), newId(), newId()]
  const now = house.now()
  await house.rows(
    `insert into kernel.import (cell_id, id, path, unit_id, unit_name, kind, state, file_name, file_bytes, sheet, account_id,
       post_id, by_words, language, created_at)
     values ($1, $2, $3, $4, $5, 'membership.roster', 'done', 'roster.csv', 1, '{}', $6, $6, '', 'zh', $7)`,
    [cell, sheet, path, unit.id, unit.name, officer, now],
  )
  await house.rows(
    `update membership.roster_request set ended_at = $3, answer = 'withdrawn'
     where cell_id = $1 and membership_id = $2 and ended_at is null`,
    [cell, of.membership, now],
  )
  const place = { cell, table: 'membership.roster_request', column: 'proposed', id }
  const proposed = sealField(await house.services.keyring.dataKey(cell), place, JSON.stringify(says))
  await house.rows(
    `insert into membership.roster_request (cell_id, id, path, membership_id, person_id, import_id, proposed, columns, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [cell, id, path, of.membership, of.person, sheet, proposed, Object.keys(says), now],
  )
  return id
}
