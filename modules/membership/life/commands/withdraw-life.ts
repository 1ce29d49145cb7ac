import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findMatter } from '../../views.ts'
import { LifeKey, LifeMatter } from '../contract.ts'
import { lifeMatters } from '../machine.ts'
import { stepLife } from '../matters.ts'
import { openOwnLife, seenByPerson } from '../own.ts'

/**
 * Takes one's own resignation or wish back 撤回, as long as the union has not acted on it: everything stays as it was.
 *
 * Refuses `kernel.absent`, `matter.step_not_open`.
 *
 * @see rulebook MEM-39
 */
export const withdrawLife = command({
  act: 'membership.withdraw_life',
  by: ['person'],
  input: LifeKey,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the matter is the person’s own, wherever it is kept' },
  async run(context) {
    const { tx, input, actor, allow, reach } = context
    const { cell, matter } = input
    if (actor.kind === 'system') throw new Error('the system belongs to no union')
    allow.self(actor.person)
    await reach('own', { cell, path: '' })
    const kind = (await findMatter(tx, cell, matter))?.kind
    const definition = lifeMatters.find(({ name }) => name === kind)
    if (!definition) throw absent()
    const life = await openOwnLife(context, definition)
    const after = await stepLife(context, definition, life, 'withdraw', {})
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByPerson(context, cell, matter),
    }
  },
})
