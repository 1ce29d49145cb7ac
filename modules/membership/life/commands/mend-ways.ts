import { command } from '@gongqiao/kernel/command/command.ts'
import { LifeMatter, Noted } from '../contract.ts'
import { deemed } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Ends 视为自动退会 without a change: the member mended it, or their reason is good. They are told.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook MEM-42
 */
export const mendWays = command({
  act: 'membership.mend_ways',
  by: ['post'],
  input: Noted,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input } = context
    const { cell, matter, note } = input
    const life = await openForOfficer(context, deemed)
    const after = await stepLife(context, deemed, life, 'mend', {}, { note })
    await tellMember(
      context,
      life.member,
      'membership.message.mended',
      { unit: life.unit.name },
      lifeLink(cell, matter),
    )
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
