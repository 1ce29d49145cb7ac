import { command } from '@gongqiao/kernel/command/command.ts'
import { changeStanding } from '../change.ts'
import { keepRecord } from '../content.ts'
import { LifeView, Resumption } from '../contract.ts'
import { dayFaults, proofFaults, refuseFaults } from '../days.ts'
import { findLife } from '../find-life.ts'
import { tellMember, unitOf } from '../matters.ts'
import { actingWords, openMember } from '../officers.ts'
import { duesFrom } from '../transitions.ts'

/**
 * Ends a retention in the union that holds it 恢复会籍: the member works here again. They vote and stand from then on; dues
 * run from the month after. Whoever works elsewhere now comes back by a transfer.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.change_not_open`, a day to come or before the membership.
 *
 * @see rulebook MEM-38
 */
export const resumeMember = command({
  act: 'membership.resume',
  by: ['post'],
  input: Resumption,
  output: LifeView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, now, today, services } = context
    const { cell, membership, on, note, file } = input
    const member = await openMember(context)
    refuseFaults([...dayFaults('/on', on, today, member.since), ...(await proofFaults(context, cell, file))])
    const facts = await changeStanding(context, member, { to: 'active', reason: 'working_again', on })
    await keepRecord(
      tx,
      services,
      {
        ...{ cell, membership, path: member.path, act: 'resume', on, by: actingWords(context), file: file ?? null },
        said: { note: note ?? null },
      },
      now,
    )
    const { name: unit } = await unitOf(tx, member.unit)
    await tellMember(context, member, 'membership.message.resumed', { unit, on, dues: duesFrom(on) }, '/record')
    return {
      cell,
      subject: membership,
      before: { status: member.status },
      after: { status: 'active', on },
      facts,
      answer: await findLife(tx, services, cell, membership),
    }
  },
})
