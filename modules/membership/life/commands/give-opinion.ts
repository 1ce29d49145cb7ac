import { command } from '@gongqiao/kernel/command/command.ts'
import { LifeMatter, OpinionGiven } from '../contract.ts'
import { dayFaults, refuseFaults } from '../days.ts'
import { expulsion } from '../machine.ts'
import { stepLife } from '../matters.ts'
import { openForOfficer, seenByOfficer } from '../officers.ts'

/**
 * Writes down the group's opinion on an expulsion 小组意见: who met when, and what it said. The committee votes after it.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, a day to come or before the judgment.
 *
 * @see Charter Art 7; rulebook MEM-41
 */
export const giveOpinion = command({
  act: 'membership.give_opinion',
  by: ['post'],
  input: OpinionGiven,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  async run(context) {
    const { input, today } = context
    const { cell, matter, opinion } = input
    const life = await openForOfficer(context, expulsion)
    refuseFaults(dayFaults('/opinion/on', opinion.on, today, life.content.judgment?.on ?? null))
    const after = await stepLife(context, expulsion, life, 'opine', { opinion })
    return {
      cell,
      subject: matter,
      before: { state: life.matter.state },
      after: { state: after.state },
      answer: await seenByOfficer(context, cell, matter),
    }
  },
})
