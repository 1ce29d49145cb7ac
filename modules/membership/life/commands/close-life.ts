import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findMatter } from '../../views.ts'
import { LifeKey, LifeMatter } from '../contract.ts'
import { lifeMatters } from '../machine.ts'
import { stepLife } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Closes a matter whose membership has moved or ended otherwise, so that nothing is left to do in it.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `membership.still_member` while the membership is
 * held by the union that has the matter.
 */
export const closeLife = command({
  act: 'membership.close_life',
  by: ['post'],
  input: LifeKey,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input } = context
    const { cell, matter } = input
    const kind = (await findMatter(tx, cell, matter))?.kind
    const definition = lifeMatters.find(({ name }) => name === kind)
    if (!definition) throw absent()
    const life = await openForOfficer(context, definition)
    const { status, unit } = life.member
    if ((status === 'active' || status === 'retained') && unit === life.unit.id)
      throw new Refusal('membership.still_member')
    const after = await stepLife(context, definition, life, 'close', {})
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
