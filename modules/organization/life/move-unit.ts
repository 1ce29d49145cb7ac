import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from '../open-unit.ts'
import { writeUnitKeys } from '../unit-keys.ts'
import { countChildren, linkToParent, nextPlaceBelow } from './unit-row.ts'

type From = { readonly today: string; readonly now: Date }

/**
 * Moves a union with all below it under another one of the same cell: a new place for it and for everything that stands
 * there, in one transaction. Figures of past days do not change: links and histories keep where it was.
 *
 * Both are locked and the scope of the whole cell is open. Nothing happens where it stands there already.
 *
 * @returns the fact from which sums are mended
 * @throws Error where the union would come to stand below itself
 */
export async function moveUnitInside(tx: Tx, unit: OpenUnit, parent: OpenUnit, from: From): Promise<Fact[]> {
  if (unit.parent_id === parent.id) return []
  if (unit.cell_id !== parent.cell_id || unit.path === '') throw new Error('a union moves so inside its cell only')
  if (parent.path.startsWith(unit.path)) throw new Error('a union does not stand below itself')
  const path = await nextPlaceBelow(tx, parent)
  const below = await tx.many<{ id: string }>(
    `select id from organization.unit where cell_id = $1 and path >= $2 and path < $2 || '~' order by id`,
    [unit.cell_id, unit.path],
  )
  await tx.run('select kernel.move_places($1, $2, $3, $4)', [unit.cell_id, unit.path, path, from.now])
  await tx.run('update organization.unit set parent_id = $2 where id = $1', [unit.id, parent.id])
  await linkToParent(tx, unit.id, parent.id, from)
  if (unit.state !== 'closed') {
    await countChildren(tx, unit.parent_id, -1)
    await countChildren(tx, parent.id, 1)
  }
  await passDesk(tx, unit, parent)
  const ids = below.map(({ id }) => id)
  for (let at = 0; at < ids.length; at += 5_000) await writeUnitKeys(tx, ids.slice(at, at + 5_000))
  return [
    {
      cell: unit.cell_id,
      name: 'organization.unit_moved',
      body: { unit: unit.id, from: unit.parent_id, to: parent.id },
    },
  ]
}

/** Where the desk above answered for a union and those below it, the desk above of today answers; with what is open. */
async function passDesk(tx: Tx, unit: OpenUnit, parent: OpenUnit): Promise<void> {
  await tx.run(
    `with recursive down as (
       select u.id, u.desk_post_id as before from organization.unit u left join kernel.post p on p.id = u.desk_post_id
       where u.id = $1 and p.unit_id is distinct from u.id
       union all
       select c.id, down.before from down join organization.unit c on c.parent_id = down.id
       where c.desk_post_id is not distinct from down.before
     ), moved as (
       update organization.unit u set desk_post_id = $2 from down where down.id = u.id returning u.id
     ), passed as (
       update kernel.matter m set owner_post_id = $2 from down
       where m.cell_id = $3 and m.host_unit_id = down.id and m.ended_at is null and m.owner_post_id is not distinct from down.before
       returning m.owner_post_id
     )
     insert into kernel.post_cell (post_id, cell_id)
     select distinct p.id, $3::integer from passed join kernel.post p on p.id = passed.owner_post_id where p.cell_id <> $3
     on conflict do nothing`,
    [unit.id, parent.desk_post_id, unit.cell_id],
  )
}
