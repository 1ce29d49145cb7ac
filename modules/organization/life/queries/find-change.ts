import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { type ChangeRow, changeColumns } from '../content.ts'
import { UnitChange } from '../shapes.ts'
import { asChanges, type ChangeSpine } from '../view.ts'

/** One change of a union 组织变动, where it stands and what the reader may do. */
export const findUnitChange = query({
  act: 'organization.view_changes',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false }),
  output: UnitChange,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, allow, services }) {
    const row = await tx.maybe<ChangeRow & ChangeSpine>(
      `select ${changeColumns}, m.state, m.due_on as "dueOn", m.clock_rule as rule, m.clock_from as "from", c.cell_id as cell
       from organization.unit_change c join kernel.matter m on m.cell_id = c.cell_id and m.id = c.matter_id
       where c.cell_id = $1 and c.matter_id = $2`,
      [input.cell, input.matter],
    )
    const unit = row && (await findOpenUnit(tx, row.unit))
    if (!row || !unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const [answer] = await asChanges({ tx, actor, services }, [row])
    if (!answer) throw absent()
    return answer
  },
})
