import { hot } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { placeRecords } from '@gongqiao/modules/people/index.ts'
import { forgetNames, keepNames } from '../names.ts'
import { type Mover, type Reason, type Road, standingAfter } from './road.ts'

// Each line of a history begins with its change: 4 where a member leaves a union, 2 where they come to the next. Whoever
// is no member yet changes their place only.
const move = hot(
  'membership.move_inside',
  `with moving as (
     select m.id, m.person_id, m.unit_id, m.path, m.status as was, g.becomes, m.status in ('active', 'retained') as member,
       (select max(h.number) from membership.membership_history h where h.cell_id = $1 and h.membership_id = m.id) as lines
     from unnest($2::uuid[], $3::text[]) as g (id, becomes) join membership.membership m on m.cell_id = $1 and m.id = g.id
   ), closed as (
     update membership.membership_history h set valid_to = greatest(h.valid_from, $6::timestamptz) from moving
     where h.cell_id = $1 and h.membership_id = moving.id and h.valid_to is null and h.superseded_at is null
   ), told as (
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, valid_to, recorded_at, path, unit_id, status, change_code)
     select $1, id, lines + 1, $6, $6, $6, path, unit_id, 'ended', 4 from moving where member
     union all
     select $1, id, lines + case when member then 2 else 1 end, $6, null, $6, $5, $4, becomes, case when member then 2 end from moving
   )
   update membership.membership m set unit_id = $4, path = $5, status = moving.becomes from moving where m.cell_id = $1 and m.id = moving.id`,
)
const contents = [
  'update membership.roster_detail set path = $3 where cell_id = $1 and membership_id = any($2::uuid[])',
  'update membership.transfer_call set path = $3 where cell_id = $1 and membership_id = any($2::uuid[]) and answered_at is null',
]
/** What a union asked of somebody who has left it is nobody's to ask any more. */
const dropRequests = `update membership.roster_request set ended_at = $3, answer = 'withdrawn'
  where cell_id = $1 and membership_id = any($2::uuid[]) and ended_at is null`
const keepRequests =
  'update membership.roster_request set path = $3 where cell_id = $1 and membership_id = any($2::uuid[]) and ended_at is null'
const openMatters = hot(
  'membership.matters_of_movers',
  `select array_agg(m.id order by m.id) as matters from kernel.matter m
   where m.cell_id = $1 and m.ended_at is null and m.host_unit_id = any($2::uuid[]) and m.subject_id = any($3::uuid[])
     and m.kind like 'membership.%'`,
)
const goAlong = [
  'update membership.application set path = $3, unit_id = $4 where cell_id = $1 and matter_id = any($2::uuid[])',
  'update membership.life_matter set path = $3, unit_id = $4 where cell_id = $1 and matter_id = any($2::uuid[])',
  'update membership.transfer set path = $3, from_unit_id = $4 where cell_id = $1 and matter_id = any($2::uuid[])',
]

/**
 * Moves people of one cell to another union of it, thousands in one go: place on the roll, record, account, history, what
 * they are found by. The cell's scope is open, and they are locked.
 */
export async function moveInside(road: Road, movers: readonly Mover[], into: OpenUnit, reason: Reason): Promise<void> {
  const { tx, now } = road
  const cell = into.cell_id
  const ids = movers.map(({ membership }) => membership)
  forgetNames(tx, cell, ids)
  tx.runWithNext(move, [cell, ids, movers.map((mover) => standingAfter(mover, reason)), into.id, into.path, now])
  for (const text of contents) tx.runWithNext(text, [cell, ids, into.path])
  if (reason === 'transfer') tx.runWithNext(dropRequests, [cell, ids, now])
  else tx.runWithNext(keepRequests, [cell, ids, into.path])
  // A roster may name somebody who belongs elsewhere in the cell: their record stays where they belong.
  placeRecords(
    tx,
    cell,
    movers.filter(({ status }) => status !== 'listed').map(({ person }) => person),
    into.path,
  )
  placeListed(
    road,
    cell,
    movers.filter(({ status }) => status === 'listed').map(({ person }) => person),
    into.path,
  )
  if (reason === 'succession') await takeMattersAlong(road, movers, into)
  keepNames(tx, cell, ids)
  await tx.run('select from membership.membership where cell_id = $1 and id = any($2::uuid[]) limit 1', [cell, ids])
}

function placeListed({ tx }: Road, cell: number, people: readonly string[], path: string): void {
  if (people.length === 0) return
  tx.runWithNext(
    `update people.person p set path = $3 where p.cell_id = $1 and p.id = any($2::uuid[]) and not exists (
       select from membership.membership m where m.cell_id = $1 and m.person_id = p.id and m.status not in ('listed', 'ended'))`,
    [cell, people, path],
  )
}
/** What is open about people goes along with the union that goes on as another one. */
async function takeMattersAlong({ tx }: Road, movers: readonly Mover[], into: OpenUnit): Promise<void> {
  const cell = into.cell_id
  const units = [...new Set(movers.map(({ unit }) => unit))]
  const people = movers.map(({ person }) => person)
  const { matters } = await tx.one<{ matters: string[] | null }>(openMatters, [cell, units, people])
  if (!matters) return
  tx.runWithNext('select kernel.rehost_matters($1, $2, $3, $4, $5)', [
    cell,
    matters,
    into.id,
    into.path,
    into.desk_post_id,
  ])
  for (const text of goAlong) tx.runWithNext(text, [cell, matters, into.path, into.id])
}
