import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { ApplicationKey, MyMatter } from '../contract.ts'
import { statusChanged } from '../joining/begin.ts'
import { endMembership } from '../joining/known.ts'
import { application } from '../machine.ts'
import { myMatter } from '../mine.ts'

/**
 * Withdraws one's own application 撤回: the provisional membership ends, and nothing stands in the way of another one.
 *
 * Refuses `kernel.absent`, `matter.step_not_open`.
 */
export const withdrawApplication = command({
  act: 'membership.withdraw',
  by: ['person'],
  input: ApplicationKey,
  output: MyMatter,
  cellOf: (input) => input.cell,
  beyond: { own: 'the application is the person’s own, wherever it is kept' },
  async run(context) {
    const { tx, input, actor, today, allow, matters, services, reach } = context
    if (actor.kind === 'system') throw new Error('the system withdraws nothing')
    allow.self(actor.person)
    await reach('own', { cell: input.cell, path: '' })
    const before = await matters.open(application, input.cell, input.matter)
    if (before.subject !== actor.person) throw absent()
    const after = await matters.take(application, before, 'withdraw')
    const row = await tx.one<{ membership: string }>(
      'select membership_id as membership from membership.application where cell_id = $1 and matter_id = $2',
      [input.cell, input.matter],
    )
    await endMembership(context, input.cell, row.membership)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: after.state },
      facts: [statusChanged(input.cell, row.membership, before.hostUnit, 'provisional', null)],
      answer: await myMatter(tx, services, after, actor.person, today, actor.language),
    }
  },
})
