import { ageOn } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { Side } from './contract.ts'

type Row = Omit<Side, 'age' | 'unit'> & { readonly birth: string; readonly unit: string; readonly path: string }
export type PlacedSide = { readonly side: Side; readonly path: string }

/** Records by their ids, as they are compared; in the open scope of one cell. */
export async function sidesOf(
  tx: Tx,
  cell: number,
  memberships: readonly string[],
  today: string,
): Promise<Map<string, PlacedSide>> {
  const rows = await tx.many<Row>(
    `select m.id as membership, m.person_id as person, m.path, m.name, m.sex, m.birth_date as birth, p.identity_kind as "identityKind",
       m.identity_mask as "identityMask", p.phone_mask as "phoneMask", m.status, m.unit_id as unit, m.since,
       m.card_number as "cardNumber", m.claimed_at is not null as claimed, p.account_id is not null as "signsIn"
     from membership.membership m join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
     where m.cell_id = $1 and m.id = any($2::uuid[]) order by m.id`,
    [cell, memberships],
  )
  const units = await openUnitsById(
    tx,
    rows.map(({ unit }) => unit),
  )
  return new Map(
    rows.flatMap(({ birth, unit, path, ...row }) => {
      const held = units.get(unit)
      const side = held && { ...row, age: ageOn(birth, today), unit: unitNameOf(held) }
      return side ? [[row.membership, { side, path }] as const] : []
    }),
  )
}
