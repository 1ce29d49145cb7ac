import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { statusChanged } from '../joining/begin.ts'
import { keepNames } from '../names.ts'

/** Somebody whose membership the committee has just decided on. */
export type Confirmed = { readonly membership: string; readonly unit: string; readonly identity: Buffer }

/**
 * Lets what a union's own roster says of people it has just confirmed become one with their membership: the roster's row
 * ends, and membership counts from the roster's decision day where that is earlier (MEM-11). Rosters of other unions stay
 * as they are, and wait for the person. The cell's scope is open.
 *
 * @returns the facts of the rows that ended
 */
export async function mergeRosters(
  { tx, now, today }: Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now' | 'today'>,
  cell: number,
  confirmed: readonly Confirmed[],
): Promise<Fact[]> {
  if (confirmed.length === 0) return []
  const merged = await tx.many<{ membership: string; unit: string }>(
    `with merged as (
       select m.id, g.membership as into_id, m.since from unnest($2::bytea[], $3::uuid[], $4::uuid[]) as g (digest, unit, membership)
       join membership.listed_directory l on l.digest = g.digest and l.cell_id = $1
       join membership.membership m on m.cell_id = $1 and m.id = l.membership_id and m.status = 'listed' and m.unit_id = g.unit
     ), earlier as (
       select into_id, min(since) as since from merged group by into_id
     ), kept as (
       update membership.membership m set since = least(m.since, e.since) from earlier e where m.cell_id = $1 and m.id = e.into_id
     ), closed as (
       update membership.membership_history h set valid_to = greatest(h.valid_from, $5::timestamptz)
       where h.cell_id = $1 and h.membership_id in (select id from merged) and h.valid_to is null and h.superseded_at is null
     ), dropped as (
       delete from membership.listed_directory l where l.digest = any($2::bytea[]) and l.cell_id = $1 and l.membership_id in (select id from merged)
     )
     update membership.membership m set status = 'ended', ended_on = $6 from merged where m.cell_id = $1 and m.id = merged.id
     returning m.id as membership, m.unit_id as unit`,
    [
      cell,
      confirmed.map(({ identity }) => identity),
      confirmed.map(({ unit }) => unit),
      confirmed.map(({ membership }) => membership),
      now,
      today,
    ],
  )
  keepNames(
    tx,
    cell,
    merged.map(({ membership }) => membership),
  )
  return merged.map(({ membership, unit }) => statusChanged(cell, membership, unit, 'listed', null))
}
