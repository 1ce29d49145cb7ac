import { hot } from '@gongqiao/kernel/database/tx.ts'
import { newIds } from '@gongqiao/kernel/shared/ids.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { enterFromCell, leaveForCell, recordsToMove } from '@gongqiao/modules/people/index.ts'
import { keepNames } from '../names.ts'
import { type Mover, type Reason, type Road, standingAfter } from './road.ts'

type RollRow = { readonly row: { readonly id: string; readonly card_number: string }; readonly detail: object | null }

const readRows = hot(
  'membership.read_moving_rows',
  `select to_jsonb(m) as row, to_jsonb(d) as detail from membership.membership m
   left join membership.roster_detail d on d.cell_id = m.cell_id and d.membership_id = m.id
   where m.cell_id = $1 and m.id = any($2::uuid[]) order by m.id`,
)
const end = hot(
  'membership.end_for_cell',
  `with ending as (
     select m.id, m.unit_id, m.path, m.status in ('active', 'retained') as member, g.goes_on,
       (select max(h.number) from membership.membership_history h where h.cell_id = $1 and h.membership_id = m.id) as lines
     from unnest($2::uuid[], $3::uuid[]) as g (id, goes_on) join membership.membership m on m.cell_id = $1 and m.id = g.id
   ), closed as (
     update membership.membership_history h set valid_to = greatest(h.valid_from, $4::timestamptz) from ending
     where h.cell_id = $1 and h.membership_id = ending.id and h.valid_to is null and h.superseded_at is null
   ), told as (
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, valid_to, recorded_at, path, unit_id, status, change_code)
     select $1, id, lines + 1, $4, $4, $4, path, unit_id, 'ended', 4 from ending where member
   ), dropped as (
     update membership.roster_request r set ended_at = $4, answer = 'withdrawn' from ending
     where r.cell_id = $1 and r.membership_id = ending.id and r.ended_at is null
   ), answered as (
     update membership.transfer_call c set answered_at = $4, answer = 'moved' from ending
     where c.cell_id = $1 and c.membership_id = ending.id and c.answered_at is null
   )
   update membership.membership m set status = 'ended', ended_on = $5, went_to_cell = $6, went_to_id = ending.goes_on
   from ending where m.cell_id = $1 and m.id = ending.id`,
)
const leadTo = hot(
  'membership.lead_to_cell',
  `with cards as (
     update membership.card c set cell_id = $2, membership_id = g.goes_on from unnest($3::text[], $4::uuid[]) as g (number, goes_on)
     where c.number = g.number
   )
   update membership.listed_directory l set cell_id = $2, membership_id = g.goes_on from unnest($5::uuid[], $4::uuid[]) as g (id, goes_on)
   where l.cell_id = $1 and l.membership_id = g.id`,
)
const columns = `person_id, employer_cipher, name, name_bigrams, sex, birth_date, identity_mask, applied_at, since, card_number,
  claimed_at, affirmed_on, affirmed`
const begin = hot(
  'membership.begin_from_cell',
  `with given as (
     select r.*, g.goes_on, g.becomes, r.status in ('active', 'retained') as member
     from jsonb_populate_recordset(null::membership.membership, $4::jsonb) r
     join unnest($5::uuid[], $6::uuid[], $7::text[]) as g (id, goes_on, becomes) on g.id = r.id
   ), begun as (
     insert into membership.membership (cell_id, path, unit_id, id, status, came_from_cell, came_from_id, ${columns})
     select $1, $2, $3, goes_on, becomes, $8, id, ${columns} from given
   ), told as (
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
     select $1, goes_on, 1, $9, $9, $2, $3, becomes, case when member then 2 end from given
   ), named as (
     insert into membership.name_token (cell_id, token, path, membership_id)
     select $1, t.token, $2, goes_on from given cross join lateral membership.name_tokens(name_bigrams) as t (token)
   )
   insert into membership.roster_detail (cell_id, membership_id, path, ethnicity, employment, change_code)
   select $1, g.goes_on, $2, d.ethnicity, d.employment, d.change_code
   from jsonb_populate_recordset(null::membership.roster_detail, $10::jsonb) d join given g on g.id = d.membership_id`,
)

/**
 * Moves people from one cell to a union of another: ends here and begins there in the one transaction that also changes
 * the directories. The record is sealed anew under the other cell's key and leaves a tombstone with name and dates; the
 * card keeps its number; whoever is signed in stays so. The scope of the old cell is open and they are locked; the new
 * one's is open afterwards.
 *
 * @returns the ids under which the memberships go on, in the order of the movers
 */
export async function moveAcross(
  road: Road,
  cell: number,
  movers: readonly Mover[],
  into: OpenUnit,
  reason: Reason,
): Promise<string[]> {
  const { tx, services, now, today, open } = road
  const ids = movers.map(({ membership }) => membership)
  const goesOn = newIds(ids.length, now.getTime())
  const rows = await tx.many<RollRow>(readRows, [cell, ids])
  const records = await recordsToMove(
    tx,
    services,
    cell,
    into.cell_id,
    movers.map(({ person }) => person),
    now,
  )
  const cards = new Map(rows.map(({ row }) => [row.id, row.card_number]))
  tx.runWithNext(end, [cell, ids, goesOn, now, today, into.cell_id])
  keepNames(tx, cell, ids)
  leaveForCell(tx, cell, into.cell_id, records, today)
  tx.runWithNext(leadTo, [cell, into.cell_id, ids.map((id) => cards.get(id)), goesOn, ids])
  await open(into.cell_id)
  await enterFromCell(tx, into.cell_id, into.path, records)
  await tx.run(begin, [
    into.cell_id,
    into.path,
    into.id,
    JSON.stringify(rows.map(({ row }) => row)),
    ids,
    goesOn,
    movers.map((mover) => standingAfter(mover, reason)),
    cell,
    now,
    JSON.stringify(rows.flatMap(({ detail }) => detail ?? [])),
  ])
  return goesOn
}
