import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Count, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { latestDueDays } from '../rules.ts'

const atOnce = 1_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Late for the owner, not for the person: the clock of the state is somebody's duty, runs, and leads nowhere by itself. */
const isDuty = `m.paused_from is null and exists (select from kernel.deadline_rule r where r.id = m.clock_rule and r.side = 'duty'
  and r.on_expire in ('none', 'raise', 'breach')
  and r.effective_from <= m.clock_from and coalesce(r.effective_to, '9999-12-31') >= m.clock_from)`

/** Whether a cell has anything that could rise: open, owned by duty, due by a day. */
export const couldRise = `select from kernel.matter m
  where m.cell_id = $1 and m.ended_at is null and (m.due_on <= $2 or m.owner_post_id is null) and ${isDuty} limit 1`

const adopt = `
  with adopted as (
    update kernel.matter m set owner_post_id = u.desk_post_id from organization.unit u
    where m.cell_id = $1 and m.ended_at is null and m.owner_post_id is null and u.id = m.host_unit_id and u.desk_post_id is not null
    returning m.owner_post_id
  )
  insert into kernel.post_cell (post_id, cell_id)
  select distinct p.id, $1::integer from adopted join kernel.post p on p.id = adopted.owner_post_id where p.cell_id <> $1
  on conflict do nothing`

const rise = `
  with late as (
    select m.id, m.path, m.state, m.owner_post_id, m.due_on, m.last_event,
      (select count(*) from kernel.matter_event e where e.cell_id = m.cell_id and e.matter_id = m.id and e.step = 'escalate'
         and e.at > m.changed_at) as risen
    from kernel.matter m
    where m.cell_id = $1 and m.id > $2 and m.ended_at is null and m.due_on <= ($3::date[])[1] and ${isDuty}
    order by m.id limit $5 for update of m
  ), rising as (
    select late.id, late.path, late.state, late.last_event + 1 as number, up.id as post_id, up.cell_id as post_cell
    from late
    join kernel.post p on p.id = late.owner_post_id
    join organization.unit own on own.id = p.unit_id
    join organization.unit upper on upper.id = own.parent_id
    join kernel.post up on up.id = upper.desk_post_id
    join organization.unit highest on highest.id = up.unit_id and highest.level <> 'nation'
    where late.due_on <= ($3::date[])[late.risen + 1]
  ), moved as (
    update kernel.matter m set owner_post_id = rising.post_id, escalations = m.escalations + 1, last_event = rising.number
    from rising where m.cell_id = $1 and m.id = rising.id
  ), told as (
    insert into kernel.matter_event (cell_id, matter_id, number, path, at, step, from_state, to_state, actor_kind)
    select $1, id, number, path, $4, 'escalate', state, state, 'system' from rising
  ), seen as (
    insert into kernel.post_cell (post_id, cell_id) select distinct post_id, $1::integer from rising where post_cell <> $1
    on conflict do nothing
  )
  select (select count(*) from late) as looked, (select max(id::text) from late) as last,
    (select coalesce(json_agg(json_build_object('post', post_id, 'cell', post_cell, 'matters', matters)), '[]') from
      (select post_id, post_cell, count(*) as matters from rising group by post_id, post_cell) as by_post) as posts`

type Risen = {
  readonly looked: number
  readonly last: string | null
  readonly posts: readonly { readonly post: string; readonly cell: number; readonly matters: number }[]
}

/**
 * Lets what is late rise one level 超期上交: the desk of the union above the owner's gets it, state and clock stay, and
 * whoever holds that desk is told once for all of it. It stops at the province. What never found an owner gets the desk
 * that answers for its union now.
 *
 * @see rulebook T-15, design section 2.1
 */
export const escalateMatters = command({
  act: 'organization.escalate_matters',
  by: ['system'],
  input: Type.Object({ cell: Cell, after: Type.Optional(Id) }, { additionalProperties: false }),
  output: Type.Object({ risen: Count, next: nullable(Id) }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'clocks run everywhere: late matters of the whole cell' },
  async run({ tx, input, now, today, allow, reach, services }) {
    const { cell, after } = input
    const everything = { cell, path: '' }
    allow(everything)
    await reach('cell', everything)
    await tx.run(adopt, [cell])
    const dueDays = latestDueDays((rule, from) => services.deadlines.due(rule, from, { cell }).on, today)
    const { looked, last, posts } = await tx.one<Risen>(rise, [cell, after ?? beforeAll, dueDays, now, atOnce])
    const risen = posts.reduce((sum, { matters }) => sum + matters, 0)
    const { unit } = await tx.one<{ unit: string }>(
      `select name as unit from organization.unit where cell_id = $1 and path = ''`,
      [cell],
    )
    const holders = await tx.many<{ post: string; account: string }>(
      `select post_id as post, account_id as account from kernel.post_holding
       where post_id = any($1::uuid[]) and valid_to is null and superseded_at is null order by post_id`,
      [posts.map(({ post }) => post)],
    )
    for (const { post, cell: inbox, matters } of posts) {
      const told = holders.filter((holder) => holder.post === post)
      const variables = { unit, matters }
      const kind = 'organization.message.escalated'
      await leaveMessages(
        tx,
        inbox,
        told.map(({ account }) => ({ account, kind, variables })),
        now,
      )
    }
    return { cell, after: { risen }, answer: { risen, next: looked === atOnce ? last : null } }
  },
})
