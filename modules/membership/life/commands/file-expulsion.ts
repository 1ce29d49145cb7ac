import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { LifeKey, LifeMatter } from '../contract.ts'
import { expulsion } from '../machine.ts'
import { stepLife } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Files an expulsion with the union above 备案, by that union's own officer.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `membership.filed_from_above` to an officer of the
 * union that decided.
 *
 * @see Charter Art 7; rulebook MEM-41
 */
export const fileExpulsion = command({
  act: 'membership.file_expulsion',
  by: ['post'],
  input: LifeKey,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input, actor } = context
    const { cell, matter } = input
    const life = await openForOfficer(context, expulsion)
    if (actor.kind === 'post' && actor.post.unit === life.unit.id) throw new Refusal('membership.filed_from_above')
    const after = await stepLife(context, expulsion, life, 'file', {})
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
