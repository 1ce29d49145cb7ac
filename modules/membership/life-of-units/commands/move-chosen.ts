import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Count, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, peopleOfChange } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { moveMemberships } from '../../moving/move-memberships.ts'

/**
 * Moves those whom a split 分立 names for one of the new unions there, as far as they still belong to the one that is split. Doing it twice
 * moves nobody.
 *
 * Refuses `kernel.absent`.
 *
 * @see ORG-29
 */
export const moveChosen = command({
  act: 'membership.move_chosen',
  by: ['system'],
  input: Type.Object(
    { cell: Cell, matter: Id, part: Type.Integer({ minimum: 1 }), from: Id, into: Id },
    { additionalProperties: false },
  ),
  output: Type.Object({ moved: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { road: 'those whom a split names, in the cell of both unions' },
  async run(context) {
    const { tx, input, allow, reach } = context
    const { cell } = input
    allow({ cell, path: '' })
    const into = await findOpenUnit(tx, input.into)
    if (!into || into.cell_id !== cell) throw absent()
    const road = { ...context, open: (at: number) => reach('road', { cell: at, path: '' }) }
    await road.open(cell)
    const chosen = await peopleOfChange(tx, cell, input.matter, input.part)
    const still = await tx.many<{ id: string }>(
      `select id from membership.membership where cell_id = $1 and id = any($2::uuid[]) and unit_id = $3 and status <> 'ended' order by id`,
      [cell, chosen, input.from],
    )
    const { goesOn, facts } = await moveMemberships(
      road,
      cell,
      still.map(({ id }) => id),
      into,
      'succession',
    )
    const answer = { moved: goesOn.size }
    return { cell, subject: input.from, after: { ...answer, into: into.id }, facts, answer }
  },
})
