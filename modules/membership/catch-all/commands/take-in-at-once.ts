import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { confirmApplications, openApplications } from '../../deciding.ts'

/** Applications of one cell that a standing decision takes in: to a union that has one, for work it names. */
export const takenInAtOnce = `select a.matter_id as matter from membership.application a
  join membership.catch_all c on c.cell_id = a.cell_id and c.unit_id = a.unit_id and c.ended_at is null
  join membership.occupation o on o.cell_id = a.cell_id and o.membership_id = a.membership_id and o.occupation = any(c.occupations)
  join kernel.matter m on m.cell_id = a.cell_id and m.id = a.matter_id and m.state = 'submitted'
  where a.cell_id = $1 and a.matter_id = any($2::uuid[]) group by a.matter_id order by a.matter_id`

/**
 * Takes in by a committee's standing decision whoever applied to a catch-all union for the work it names 兜底接收: their
 * membership starts today, with full standing. Whose number another member holds is asked to prove who they are, as
 * everywhere.
 *
 * @see rulebook MEM-03, MEM-11
 */
export const takeInAtOnce = command({
  act: 'membership.take_in_at_once',
  by: ['system'],
  input: Type.Object(
    { cell: Cell, matters: Type.Array(Id, { minItems: 1, maxItems: 1_000 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ taken: Type.Integer() }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { unit: 'a committee decided beforehand: applications to its union, for the work it named' },
  async run(context) {
    const { tx, input, today, allow, reach } = context
    const { cell } = input
    allow({ cell, path: '' })
    await reach('unit', { cell, path: '' })
    const due = await tx.many<{ matter: string }>(takenInAtOnce, [cell, input.matters])
    const items = await openApplications(
      context,
      cell,
      due.map(({ matter }) => matter),
    )
    const { decided, facts } = await confirmApplications(context, cell, items, today)
    const taken = decided.filter(({ code }) => code === null).length
    return { cell, after: { taken }, facts, answer: { taken } }
  },
})
