import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { openUnitsById, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { TransferCallList } from '../contract.ts'
import { invitationDays } from '../invited.ts'

type Row = {
  readonly id: string
  readonly to: string
  readonly from: string
  readonly origin: 'scan' | 'roster' | 'union'
  readonly at: Date
}

/** Questions to move that wait for my word 转会邀约, newest first; a union's own question stands for thirty days. */
export const listMyCalls = query({
  act: 'membership.list_my_calls',
  by: ['person'],
  input: Nothing,
  output: TransferCallList,
  async run({ tx, actor, now, allow, mine }) {
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const { cell } = actor.place
    await mine(cell)
    const rows = await tx.many<Row>(
      `select c.id, c.to_unit_id as "to", m.unit_id as "from", c.origin, c.at from membership.transfer_call c
       join membership.membership m on m.cell_id = c.cell_id and m.id = c.membership_id and m.status in ('active', 'retained')
       where c.cell_id = $1 and c.person_id = $2 and c.answered_at is null and (c.origin <> 'union' or c.at > $3)
         and not exists (select from membership.transfer t where t.cell_id = $1 and t.membership_id = m.id and t.ended_at is null)
       order by c.id desc limit 20`,
      [cell, actor.person, new Date(now.getTime() - invitationDays * 86_400_000)],
    )
    const units = await openUnitsById(
      tx,
      rows.flatMap(({ from, to }) => [from, to]),
    )
    const items = rows.flatMap(({ id, from: old, to: wanted, origin, at }) => {
      const [from, to] = [units.get(old), units.get(wanted)]
      if (!from || !to || to.state !== 'active' || from.id === to.id) return []
      const names = { from: unitNameOf(from), to: unitNameOf(to), toUpper: upperNameOf(to) }
      return [{ cell, id, ...names, origin, at: at.toISOString() }]
    })
    return { items }
  },
})
