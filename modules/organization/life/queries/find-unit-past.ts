import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { type ChangeRow, changeColumns } from '../content.ts'
import { UnitPast } from '../shapes.ts'
import { asChanges, type ChangeSpine } from '../view.ts'

type Line = UnitPast['lines'][number]
type Parent = UnitPast['parents'][number]
type Ref = UnitPast['before'][number]

/**
 * What a union was called and was, whom it stood under, which unions went on as it, what was asked for it: as known today.
 *
 * @see ORG-01
 */
export const findUnitPast = query({
  act: 'organization.view_changes',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: UnitPast,
  async run({ tx, input, actor, allow, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const lines = await tx.many<Line>(
      `select valid_from as "from", valid_to as "to", name, state, division_code as "divisionCode" from organization.unit_history
       where unit_id = $1 and superseded_at is null order by valid_from desc limit 100`,
      [unit.id],
    )
    const parents = await tx.many<Parent>(
      `select l.valid_from as "from", l.valid_to as "to", p.name, p.id from organization.parent_link l
       join organization.unit p on p.id = l.parent_id
       where l.unit_id = $1 and l.kind = 'LEADING' and l.superseded_at is null order by l.valid_from desc limit 100`,
      [unit.id],
    )
    const changes = await tx.many<ChangeRow & ChangeSpine>(
      `select ${changeColumns}, m.state, m.due_on as "dueOn", m.clock_rule as rule, m.clock_from as "from", c.cell_id as cell
       from organization.unit_change c join kernel.matter m on m.cell_id = c.cell_id and m.id = c.matter_id
       where c.cell_id = $1 and c.unit_id = $2 order by c.asked_at desc limit 50`,
      [unit.cell_id, unit.id],
    )
    const before = await tx.many<Ref>(
      `select id, name, cell_id as cell from organization.unit where successor_id = $1 order by cell_id, path limit 100`,
      [unit.id],
    )
    const successor = await tx.maybe<Ref>(
      `select s.id, s.name, s.cell_id as cell from organization.unit u join organization.unit s on s.id = u.successor_id where u.id = $1`,
      [unit.id],
    )
    return {
      lines,
      parents,
      changes: await asChanges({ tx, actor, services }, changes),
      before,
      successor: successor ?? null,
    }
  },
})
