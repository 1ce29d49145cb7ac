import { command } from '@gongqiao/kernel/command/command.ts'
import { endReach } from '../../transfer/ending.ts'
import { changeStanding } from '../change.ts'
import { closeWhatIsOpen } from '../closing.ts'
import { keepRecord } from '../content.ts'
import { Death, LifeView } from '../contract.ts'
import { dayFaults, proofFaults, refuseFaults } from '../days.ts'
import { findLife } from '../find-life.ts'
import { actingWords, openMember } from '../officers.ts'

/**
 * Records that a member has died 去世, as kin or the union say at the window: the card ends with the membership, nobody signs
 * in any more, and no message and no text is sent. What they may still have open is closed.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.change_not_open`, a day to come or before the membership.
 *
 * @see rulebook MEM-43
 */
export const recordDeath = command({
  act: 'membership.record_death',
  by: ['post'],
  input: Death,
  output: LifeView,
  cellOf: (input) => input.cell,
  beyond: endReach,
  async run(context) {
    const { tx, input, now, today, services } = context
    const { cell, membership, on, kin, file } = input
    const member = await openMember(context)
    refuseFaults([...dayFaults('/on', on, today, member.since), ...(await proofFaults(context, cell, file))])
    await closeWhatIsOpen(context, cell, membership, 'died')
    const facts = await changeStanding(context, member, { to: 'deceased', reason: 'died', on })
    await keepRecord(
      tx,
      services,
      {
        ...{ cell, membership, path: member.path, act: 'death', on, by: actingWords(context), file: file ?? null },
        said: { kin: kin ?? null },
      },
      now,
    )
    return {
      cell,
      subject: membership,
      before: { status: member.status },
      after: { status: 'ended', reason: 'died', on },
      facts,
      answer: await findLife(tx, services, cell, membership),
    }
  },
})
