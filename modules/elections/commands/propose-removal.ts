import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { beginUnitMatter, findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { NewRemoval, SmallMatter } from '../contract.ts'
import { removal } from '../machine.ts'
import { nameFaults } from '../people-faults.ts'
import { findStoredRemoval, removalView } from '../removal-view.ts'
import { beginnerOf } from '../taking.ts'

const oneName = ({ name }: Given): Fault[] => nameFaults([{ name }], '').map((fault) => ({ ...fault, field: '/name' }))

/**
 * Brings forward the removal of a chair or vice-chair 罢免 for the meeting of all members or delegates.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `elections.unit_not_active`.
 *
 * @see ELE-16, ELE-41, ORG-40
 */
export const proposeRemoval = command({
  act: 'elections.propose_removal',
  by: ['post'],
  input: NewRemoval,
  output: SmallMatter,
  check: oneName,
  async run(context) {
    const { tx, input, actor, today, allow, services } = context
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (unit.state !== 'active') throw new Refusal('elections.unit_not_active')
    const matter = await beginUnitMatter(context, removal, unit, {
      ...{ from: today, owner: unit.desk_post_id, step: 'propose' },
      by: beginnerOf(actor),
    })
    const { name, post, reason, electorate } = input
    await tx.run(
      `insert into elections.removal (cell_id, matter_id, path, unit_id, name, post, reason, electorate)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [unit.cell_id, matter, unit.path, unit.id, name, post, reason, electorate],
    )
    const row = await findStoredRemoval(tx, unit.cell_id, matter)
    if (!row) throw new Error('it has just been written')
    return {
      ...{ cell: unit.cell_id, subject: matter },
      after: { unit: unit.id, post, state: removal.initial },
      facts: [{ cell: unit.cell_id, name: 'elections.removal_proposed', body: { matter, unit: unit.id, post } }],
      answer: await removalView(tx, services, row, today, { actor, language: actor.language }),
    }
  },
})
