import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { callToMove } from '../../transfer/calls.ts'
import { Proposal, Proposed } from '../contract.ts'

const atOnce = 500

/**
 * Asks members of a catch-all union who do one kind of work whether they want to move to the federation that has been
 * founded for it 兜底建: each is asked once, sees it with their own membership, and decides; nobody moves without a word of
 * theirs. 500 at a time.
 *
 * Refuses `kernel.absent` where either union is not the officer's, `kernel.forbidden`, `membership.route_same_unit`.
 *
 * @see design section 2.2
 */
export const proposeFederation = command({
  act: 'membership.propose_federation',
  by: ['post'],
  input: Proposal,
  output: Proposed,
  async run({ tx, input, now, allow }) {
    const [unit, to] = [await findOpenUnit(tx, input.unit), await findOpenUnit(tx, input.to)]
    if (!unit || !to) throw absent()
    const { cell_id: cell, path } = unit
    allow({ cell, path })
    allow({ cell: to.cell_id, path: to.path })
    if (unit.id === to.id) throw new Refusal('membership.route_same_unit')
    const rows = await tx.many<{ id: string }>(
      `select m.id from membership.occupation o join membership.membership m on m.cell_id = o.cell_id and m.id = o.membership_id
       where o.cell_id = $1 and o.occupation = $3 and m.unit_id = $2 and m.status = 'active' and not exists (
         select from membership.transfer_call c where c.cell_id = $1 and c.membership_id = m.id and c.to_unit_id = $4)
       order by m.id limit $5`,
      [cell, unit.id, input.occupation, to.id, atOnce],
    )
    let asked = 0
    for (const { id } of rows) if (await callToMove(tx, cell, id, to.id, 'union', now)) asked++
    return { cell, subject: unit.id, after: { proposed: to.id, asked }, answer: { cell, asked } }
  },
})
