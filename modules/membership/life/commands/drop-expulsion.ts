import { command } from '@gongqiao/kernel/command/command.ts'
import { LifeMatter, Noted } from '../contract.ts'
import { expulsion } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Gives an expulsion up before a vote 不再提起: criticism and education go on without it. The person is told.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook MEM-42
 */
export const dropExpulsion = command({
  act: 'membership.drop_expulsion',
  by: ['post'],
  input: Noted,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { cell, matter, note } = context.input
    const life = await openForOfficer(context, expulsion)
    const after = await stepLife(context, expulsion, life, 'drop', {}, { note })
    await tellMember(context, life.member, 'membership.message.kept', { unit: life.unit.name }, lifeLink(cell, matter))
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
