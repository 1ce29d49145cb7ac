import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { OfficerRole } from '../contract.ts'
import { type OpenUnit, rangeOfUnit } from '../open-unit.ts'

const answersForUnit: ReadonlySet<string> = new Set(['grassroots_officer', 'upper_officer'])

/**
 * Lets an account hold a post of a union from today: one of this title that is vacant, or a new one. Nobody else's
 * holding ends by it. The first officer of a union becomes its desk 经办岗位, and that of the unions below that the same
 * desk above answered for.
 *
 * @returns the post
 */
export async function takePost(
  tx: Tx,
  unit: OpenUnit,
  { role, title }: { readonly role: OfficerRole; readonly title: string },
  holder: { readonly account: string; readonly name: string },
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<string> {
  const post = (await vacantPost(tx, unit.id, role, title)) ?? (await addPost(tx, unit, role, title, now))
  await tx.run(
    `insert into kernel.post_holding (id, post_id, account_id, holder_name, valid_from, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
    [newId(now.getTime()), post, holder.account, holder.name, today, now],
  )
  if (answersForUnit.has(role)) await becomeDesk(tx, unit.id, post)
  return post
}

async function vacantPost(tx: Tx, unit: string, role: string, title: string): Promise<string | undefined> {
  const row = await tx.maybe<{ id: string }>(
    `select p.id from kernel.post p where p.unit_id = $1 and p.role = $2 and p.title = $3 and not exists (
       select from kernel.post_holding h where h.post_id = p.id and h.valid_to is null and h.superseded_at is null)
     order by p.id limit 1`,
    [unit, role, title],
  )
  return row?.id
}

async function addPost(tx: Tx, unit: OpenUnit, role: string, title: string, now: Date): Promise<string> {
  const id = newId(now.getTime())
  const { cellLo, cellHi, pathLo, pathHi } = rangeOfUnit(unit)
  await tx.run(
    `insert into kernel.post (id, title, role, unit_id, unit_name, cell_id, path) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, title, role, unit.id, unit.name, unit.cell_id, unit.path],
  )
  await tx.run(
    `insert into kernel.post_range (post_id, ordinal, cell_lo, cell_hi, path_lo, path_hi) values ($1, 1, $2, $3, $4, $5)`,
    [id, cellLo, cellHi, pathLo, pathHi],
  )
  return id
}

/** A union that has its own desk keeps it; below, only what the desk above answered for changes hands. */
async function becomeDesk(tx: Tx, unit: string, post: string): Promise<void> {
  await tx.run(
    `with recursive here as (
       select u.id, u.desk_post_id as before from organization.unit u left join kernel.post p on p.id = u.desk_post_id
       where u.id = $1 and p.unit_id is distinct from u.id
     ), down as (
       select id, before from here
       union all
       select c.id, down.before from down join organization.unit c on c.parent_id = down.id
       where c.desk_post_id is not distinct from down.before
     )
     update organization.unit u set desk_post_id = $2 from down where down.id = u.id`,
    [unit, post],
  )
}
