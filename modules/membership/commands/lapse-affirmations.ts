import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Count } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { affirmationEnded } from '../rules.ts'
import { stoodChanged } from '../standing.ts'

/** Whose word was given twelve months ago or earlier and still counts, in one cell, up to a day. */
export const couldLapse = `select from membership.membership
  where cell_id = $1 and affirmed and affirmed_on <= $2 limit 1`

/**
 * Lets what members of a cell said more than twelve months ago count no longer 本人确认到期. Their membership is as before;
 * only the figure changes, and they are asked again.
 */
export const lapseAffirmations = command({
  act: 'membership.lapse_affirmations',
  by: ['system'],
  input: Type.Object({ cell: Cell }, { additionalProperties: false }),
  output: Type.Object({ lapsed: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'a year passes everywhere: members of the whole cell' },
  async run({ tx, input, today, allow, reach }) {
    const { cell } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const rows = await tx.many<{ unit: string; people: number; members: number }>(
      `with lapsed as (
         update membership.membership set affirmed = false where cell_id = $1 and affirmed and affirmed_on <= $2
         returning unit_id, status
       )
       select unit_id as unit, count(*) as people, count(*) filter (where status in ('active', 'retained')) as members
       from lapsed group by unit_id order by unit_id`,
      [cell, affirmationEnded(today)],
    )
    const facts = rows.flatMap(({ unit, members }) =>
      members === 0 ? [] : [stoodChanged(cell, unit, { claimed: 0, affirmed: -members })],
    )
    const lapsed = rows.reduce((sum, row) => sum + row.people, 0)
    return { cell, after: { lapsed }, facts, answer: { lapsed } }
  },
})
