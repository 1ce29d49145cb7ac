import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Mover } from './road.ts'

const lock = hot(
  'membership.lock_movers',
  `select m.id as membership, m.person_id as person, m.unit_id as unit, m.path, m.status, m.claimed_at is not null as claimed, m.affirmed,
     m.status = 'listed' and exists (select from membership.membership o where o.cell_id = $1 and o.person_id = m.person_id
       and o.status <> 'ended' and o.id <> m.id) as shared
   from membership.membership m where m.cell_id = $1 and m.id = any($2::uuid[]) and m.status <> 'ended' order by m.id for update`,
)

/** Locks those of some memberships of a cell that are on the roll, in the order of their ids. The cell's scope is open. */
export async function lockMovers(tx: Tx, cell: number, memberships: readonly string[]): Promise<Mover[]> {
  return tx.many<Mover>(lock, [cell, memberships])
}
