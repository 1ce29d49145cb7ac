import { ageOn } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { openUnitsById, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { MemberView } from './contract.ts'

type Row = Omit<MemberView, 'cell' | 'age' | 'unit' | 'history'> & {
  readonly path: string
  readonly birth_date: string
  readonly unit: string
}
type HistoryRow = { valid_from: Date; valid_to: Date | null; status: MemberView['status']; unit: string }

/** A member's record in the open scope, or undefined. */
export async function findMemberView(
  tx: Tx,
  cell: number,
  membership: string,
  today: string,
): Promise<{ view: MemberView; path: string } | undefined> {
  const row = await tx.maybe<Row>(
    `select m.path, m.id as membership, m.person_id as person, p.name, p.sex, p.birth_date, p.identity_kind as "identityKind",
       p.identity_mask as "identityMask", p.phone_mask as "phoneMask", m.status, m.unit_id as unit, m.since, m.card_number as "cardNumber"
     from membership.membership m join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
     where m.cell_id = $1 and m.id = $2`,
    [cell, membership],
  )
  if (!row) return undefined
  const history = await tx.many<HistoryRow>(
    `select valid_from, valid_to, status, unit_id as unit from membership.membership_history
     where cell_id = $1 and membership_id = $2 and superseded_at is null order by number limit 100`,
    [cell, membership],
  )
  const units = await openUnitsById(tx, [row.unit, ...history.map((line) => line.unit)])
  const nameOf = (id: string) => {
    const unit = units.get(id)
    if (!unit) throw new Error('a membership is held by a unit that exists')
    return unitNameOf(unit)
  }
  const { path, birth_date, unit, ...shown } = row
  return {
    path,
    view: {
      cell,
      ...shown,
      age: ageOn(birth_date, today),
      unit: nameOf(unit),
      history: history.map((line) => ({
        from: line.valid_from.toISOString(),
        to: line.valid_to?.toISOString() ?? null,
        status: line.status,
        unit: nameOf(line.unit),
      })),
    },
  }
}
