import { command, type Fact } from '@gongqiao/kernel/command/command.ts'
import { Cell, Count } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { type AskRow, askColumns } from '../asked-row.ts'
import { ask, retaliation } from '../machine.ts'
import { counted, countedOf } from '../standing.ts'

const atOnce = 500

/** Whether a cell has an answered ask or report whose asker's time has passed. */
export const couldLapse = `select from kernel.matter
  where cell_id = $1 and kind in ('rights.ask', 'rights.retaliation') and state = 'answered' and ended_at is null and due_on < $2 limit 1`

/**
 * Ends what was answered and nobody confirmed in their time as unconfirmed 未确认: never as solved. The asker may still take
 * it up again.
 *
 * @see design 2.5; rulebook 2.7 UNREACHABLE
 */
export const lapseAsks = command({
  act: 'rights.lapse_asks',
  by: ['system'],
  input: Type.Object({ cell: Cell }, { additionalProperties: false }),
  output: Type.Object({ lapsed: Count, more: Type.Boolean() }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'time passes everywhere: answered asks of the whole cell' },
  async run({ tx, input, today, allow, matters, reach }) {
    const { cell } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const due = await tx.many<{ id: string; kind: string }>(
      `select id, kind from kernel.matter
       where cell_id = $1 and kind in ('rights.ask', 'rights.retaliation') and state = 'answered' and ended_at is null and due_on < $2
       order by due_on, id limit $3`,
      [cell, today, atOnce],
    )
    const ids = (kind: string) => due.filter((row) => row.kind === kind).map(({ id }) => id)
    const asks = await matters.openMany(ask, cell, ids(ask.name))
    const reports = await matters.openMany(retaliation, cell, ids(retaliation.name))
    const rows = await tx.many<AskRow>(
      `select ${askColumns} from rights.ask a where a.cell_id = $1 and a.matter_id = any($2::uuid[]) order by a.matter_id`,
      [cell, asks.map(({ id }) => id)],
    )
    await matters.takeMany(ask, asks, 'lapse')
    await matters.takeMany(retaliation, reports, 'lapse')
    const facts: Fact[] = rows.map((row) =>
      counted(row.askedCell, row.askedUnit, countedOf(row, 'answered'), countedOf(row, 'unconfirmed')),
    )
    const lapsed = asks.length + reports.length
    return { cell, after: { lapsed }, facts, answer: { lapsed, more: due.length === atOnce } }
  },
})
