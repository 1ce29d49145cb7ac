import { command } from '@gongqiao/kernel/command/command.ts'
import { changeStanding } from '../change.ts'
import { keepRecord } from '../content.ts'
import { LifeView, Retention } from '../contract.ts'
import { dayFaults, proofFaults, refuseFaults } from '../days.ts'
import { findLife } from '../find-life.ts'
import { tellMember, unitOf } from '../matters.ts'
import { actingWords, openMember } from '../officers.ts'

/**
 * Retains a membership 保留会籍 from a day on: retired, laid off, unemployed, or the employer gone. No dues from then on,
 * and neither vote nor candidacy; card and service stay. The member is told, and what it means.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.change_not_open`, a day to come or before the membership.
 *
 * @see rulebook MEM-35, MEM-36, MEM-37, T-MEM-2
 */
export const retainMember = command({
  act: 'membership.retain',
  by: ['post'],
  input: Retention,
  output: LifeView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, now, today, services } = context
    const { cell, membership, reason, on, note, file } = input
    const member = await openMember(context)
    refuseFaults([...dayFaults('/on', on, today, member.since), ...(await proofFaults(context, cell, file))])
    const facts = await changeStanding(context, member, { to: 'retained', reason, on })
    await keepRecord(
      tx,
      services,
      {
        ...{ cell, membership, path: member.path, act: 'retain', on, by: actingWords(context), file: file ?? null },
        said: { reason, note: note ?? null },
      },
      now,
    )
    const { name: unit } = await unitOf(tx, member.unit)
    const words = { unit, on, reason: `membership.retention.${reason}` }
    await tellMember(context, member, 'membership.message.retained', words, '/record')
    return {
      cell,
      subject: membership,
      before: { status: member.status },
      after: { status: 'retained', reason, on },
      facts,
      answer: await findLife(tx, services, cell, membership),
    }
  },
})
