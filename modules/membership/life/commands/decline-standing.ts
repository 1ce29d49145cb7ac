import { command } from '@gongqiao/kernel/command/command.ts'
import { upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { Declining, LifeMatter } from '../contract.ts'
import { standing } from '../machine.ts'
import { lifeLink, stepLife, tellMember } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Says no to a change that a member asked for 不同意, with a reason and where to appeal: nothing changes.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see design section 2.7
 */
export const declineStanding = command({
  act: 'membership.decline_standing',
  by: ['post'],
  input: Declining,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { cell, matter, reason, note } = context.input
    const life = await openForOfficer(context, standing)
    const after = await stepLife(
      context,
      standing,
      life,
      'decline',
      {},
      { reason, ...(note !== undefined && { note }) },
    )
    const words = {
      unit: life.unit.name,
      upper: upperNameOf(life.unit)?.name ?? life.unit.name,
      reason: `membership.decline.${reason}`,
    }
    await tellMember(context, life.member, 'membership.message.declined', words, lifeLink(cell, matter))
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state, reason },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
