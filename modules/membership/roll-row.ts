import { ageOn } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { covers, type PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { RollRow } from './contract.ts'

/** A row of the roll as statements read it, from `membership.membership m`. */
export type FoundRow = Omit<RollRow, 'cell' | 'membership' | 'age' | 'unit'> & {
  readonly id: string
  readonly path: string
  readonly unit: string
  readonly birth_date: string
}

export const foundColumns = `m.id, m.path, m.person_id as person, m.unit_id as unit, m.name, m.sex, m.birth_date,
  m.identity_mask as "identityMask", m.status, m.since, m.claimed_at is not null as claimed, m.affirmed`

/** How the person themselves stands to their record, as a condition; nobody who awaits confirmation. */
export const standings = {
  any: 'true',
  claimed: `m.claimed_at is not null and m.status <> 'provisional'`,
  unclaimed: `m.claimed_at is null and m.status <> 'provisional'`,
  affirmed: `m.affirmed and m.status <> 'provisional'`,
  unaffirmed: `not m.affirmed and m.status <> 'provisional'`,
} as const
export type Standing = keyof typeof standings

/** Rows as a list shows them: masked, with age instead of birth date; never one outside the range. */
export async function rollRowsOf(
  tx: Tx,
  found: readonly { readonly cell: number; readonly row: FoundRow }[],
  range: PlaceRange,
  today: string,
): Promise<RollRow[]> {
  const units = await openUnitsById(
    tx,
    found.map(({ row }) => row.unit),
  )
  return found.flatMap(({ cell, row }) => {
    const holder = units.get(row.unit)
    if (!holder || !covers(range, { cell, path: row.path })) return []
    const { id: membership, person, name, sex, identityMask, status, since, claimed, affirmed } = row
    const age = ageOn(row.birth_date, today)
    const unit = unitNameOf(holder)
    return [{ cell, membership, person, name, sex, age, identityMask, status, unit, since, claimed, affirmed }]
  })
}
