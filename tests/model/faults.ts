import { breachesIn } from '../members.ts'
import type { World } from './world.ts'

/** Whoever left has a line in their history that says how: resigned, expelled, died (codes 6, 5, 90). */
const counted = `select p.id,
    (select count(*)::int from membership.membership m where m.person_id = p.id and m.status not in ('listed', 'ended')) as open,
    (select count(*)::int from membership.membership m where m.person_id = p.id and m.status in ('active', 'retained')) as member,
    exists (select from membership.membership m
      join membership.membership_history h on h.cell_id = m.cell_id and h.membership_id = m.id
      where m.person_id = p.id and h.status = 'ended' and h.change_code in (5, 6, 90)) as left_it
  from unnest($1::uuid[]) as p (id)`

type Counted = { readonly id: string; readonly open: number; readonly member: number; readonly left: boolean }

async function countedNow({ house, people }: World): Promise<Counted[]> {
  const rows = await house.rows(counted, [people.map(({ actor }) => actor.person)])
  return rows.map((row) => ({
    id: String(row['id']),
    open: Number(row['open']),
    member: Number(row['member']),
    left: row['left_it'] === true,
  }))
}

/** Somebody who has not exactly one membership that counts, as everybody else sees it at this moment; none once they left. */
export async function doubled(world: World): Promise<string | undefined> {
  const wrong = (await countedNow(world)).find(({ open, left }) => open !== (left ? 0 : 1))
  return wrong && `${wrong.id} has ${wrong.open} memberships at this moment`
}

/** Everybody who is a member now. */
export async function membersNow(world: World): Promise<string[]> {
  return (await countedNow(world)).filter(({ member }) => member > 0).map(({ id }) => id)
}

/**
 * What does not hold between two rounds, in words; nothing when all does: nobody lost or doubled, every open matter with an
 * owner and a clock, both sides of a transfer of one mind, counts that equal rows, histories that lead to what is.
 */
export async function faultsOf(world: World, confirmed: ReadonlySet<string>): Promise<string[]> {
  const { house } = world
  const faults: string[] = []
  for (const { id, open, member, left } of await countedNow(world)) {
    if (open !== (left ? 0 : 1)) faults.push(`${id} has ${open} open memberships`)
    if (confirmed.has(id) && member !== 1 && !left) faults.push(`${id} was confirmed and is lost`)
  }
  const open = await house.rows(
    `select id, kind, state from kernel.matter where ended_at is null and (owner_post_id is null or due_on is null)`,
  )
  for (const { id, kind, state } of open) faults.push(`${kind} ${id} is ${state} without owner or clock`)
  const halves = await house.rows(
    `select t.matter_id as id, o.state as out, i.state as into from membership.transfer t
     join kernel.matter o on o.cell_id = t.cell_id and o.id = t.matter_id and o.moved_to_cell is null
     join kernel.matter i on i.cell_id = t.to_cell and i.id = t.incoming_id
     where (t.ended_at is null) <> (o.ended_at is null) or (o.ended_at is null) <> (i.ended_at is null)
       or (o.state = 'completed') <> (i.state = 'completed')`,
  )
  for (const { id, out, into } of halves) faults.push(`transfer ${id} is ${out} here and ${into} there`)
  return [...faults, ...(await breachesIn(house))]
}
