import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Count, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { acrossAtMost, moveMemberships } from '../move-memberships.ts'

/** How many people of one union move inside a cell in one transaction. */
export const insideAtMost = 10_000

const onRoll = `select m.id from membership.membership m
  where m.cell_id = $1 and m.unit_id = $2 and m.path = $3 and m.status <> 'ended' order by m.id limit $4`

/**
 * Moves people of a union that goes on as another one 承继, the first ten thousand of them inside a cell and five hundred
 * between cells: asked again until it moves nobody. `left` are those who stand there still.
 *
 * Refuses `kernel.absent` where one of the unions is not there.
 *
 * @see rulebook ORG merge, split, dissolution; MEM-36
 */
export const moveUnitMembers = command({
  act: 'membership.move_unit_members',
  by: ['system'],
  input: Type.Object({ cell: Cell, from: Id, into: Id }, { additionalProperties: false }),
  output: Type.Object({ moved: Count, left: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { road: 'everybody of a union that goes on as another one, wherever that one is' },
  async run(context) {
    const { tx, input, allow, reach } = context
    const { cell } = input
    allow({ cell, path: '' })
    const [from, into] = [await findOpenUnit(tx, input.from), await findOpenUnit(tx, input.into)]
    if (!from || !into || from.cell_id !== cell) throw absent()
    const road = { ...context, open: (at: number) => reach('road', { cell: at, path: '' }) }
    await road.open(cell)
    const atMost = into.cell_id === cell ? insideAtMost : acrossAtMost
    const rows = await tx.many<{ id: string }>(onRoll, [cell, from.id, from.path, atMost])
    const ids = rows.map(({ id }) => id)
    const { goesOn, facts } = await moveMemberships(road, cell, ids, into, 'succession')
    await road.open(cell)
    const { left } = await tx.one<{ left: number }>(
      `select count(*) as left from membership.membership m where m.cell_id = $1 and m.unit_id = $2 and m.status <> 'ended'`,
      [cell, from.id],
    )
    const answer = { moved: goesOn.size, left }
    return { cell, subject: from.id, after: { ...answer, into: into.id }, facts, answer }
  },
})
