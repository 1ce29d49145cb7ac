import type { Pause } from '@gongqiao/calendar'
import { reminderOf } from '@gongqiao/kernel/clock/reminding.ts'
import { command } from '@gongqiao/kernel/command/command.ts'
import { clockPlace } from '@gongqiao/kernel/matter/matters.ts'
import { Cell, Count, Id, nullable } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { holdAsk, tellAsker } from '../handling.ts'
import { interimClock } from '../machine.ts'
import { unionAbove } from '../routing.ts'
import { tellHolder } from '../tell-holder.ts'

const atOnce = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

const owing = `from rights.ask a join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id
  where a.cell_id = $1 and a.class = 'complex' and a.interim_on is null and m.state = 'handling' and m.clock_from is not null`

/** Whether a cell has an ask that owes its asker news. */
export const couldOweNews = `select ${owing} limit 1`

type Row = {
  readonly matter: string
  readonly unit: string
  readonly owner: string | null
  readonly from: string
  readonly clockCell: number | null
  readonly pauses: readonly Pause[]
  readonly remindedDue: string | null
  readonly remindedMark: string | null
  readonly missedDue: string | null
}

/**
 * Watches over the news that a specially complex ask owes its asker 告知进展: whoever has it is reminded before and on the
 * day, once a mark; once the day has passed the asker and the union above are told, once.
 *
 * @see rulebook 2.7 interim reply at 10; T-15
 */
export const remindInterim = command({
  act: 'rights.remind_interim',
  by: ['system'],
  input: Type.Object({ cell: Cell, after: Type.Optional(Id) }, { additionalProperties: false }),
  output: Type.Object({ reminded: Count, missed: Count, next: nullable(Id) }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'news is owed everywhere: specially complex asks of the whole cell' },
  async run(context) {
    const { tx, input, now, today, allow, reach, services } = context
    const { cell, after = beforeAll } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const rows = await tx.many<Row>(
      `select a.matter_id as matter, m.host_unit_id as unit, m.owner_post_id as owner, m.clock_from as "from",
         m.clock_cell as "clockCell", m.pauses, a.interim_reminded_due as "remindedDue",
         a.interim_reminded_mark as "remindedMark", a.interim_missed_due as "missedDue"
       ${owing} and a.matter_id > $2 order by a.matter_id limit $3`,
      [cell, after, atOnce],
    )
    const told = { reminded: 0, missed: 0 }
    for (const row of rows) {
      const run = { ...clockPlace({ cell, clockCell: row.clockCell }), pauses: row.pauses }
      const due = services.deadlines.due(interimClock, row.from, run).on
      if (today > due) {
        if (row.missedDue === due) continue
        await sayMissed(row, due)
        told.missed++
        continue
      }
      const clock = { ...row, rule: interimClock, due, extensions: [] }
      const mark = reminderOf(services.deadlines, cell, clock, today)?.mark
      if (mark === undefined) continue
      await remind(row, due, mark)
      told.reminded++
    }
    const next = rows.length === atOnce ? (rows.at(-1)?.matter ?? null) : null
    return { cell, after: told, answer: { ...told, next } }

    async function remind({ matter, unit, owner }: Row, on: string, mark: string) {
      await tx.run(
        'update rights.ask set interim_reminded_due = $3, interim_reminded_mark = $4 where cell_id = $1 and matter_id = $2',
        [cell, matter, on, mark],
      )
      const host = await findOpenUnit(tx, unit)
      const link = `/matters/${cell}/${matter}`
      const post = owner ?? host?.desk_post_id ?? null
      await tellHolder(tx, post, { kind: 'rights.message.interim_due', variables: { on }, link }, now)
    }
    async function sayMissed({ matter, unit }: Row, on: string) {
      await tx.run('update rights.ask set interim_missed_due = $3 where cell_id = $1 and matter_id = $2', [
        cell,
        matter,
        on,
      ])
      const host = await findOpenUnit(tx, unit)
      if (!host) return
      await tellAsker(context, await holdAsk(context, cell, matter), host.name, 'interim_missed')
      const upper = await unionAbove(tx, host)
      const variables = { unit: host.name, on }
      await tellHolder(tx, upper.desk_post_id, { kind: 'rights.message.interim_owed', variables }, now)
    }
  },
})
