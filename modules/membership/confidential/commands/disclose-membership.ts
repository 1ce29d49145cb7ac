import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { MembershipKey } from '../../life/contract.ts'
import { openOwn } from '../../life/own.ts'
import { moveMembership } from '../../moving/move-memberships.ts'
import { employerKept, endConfidence } from '../confidence.ts'
import { MyConfidence } from '../contract.ts'
import { myConfidence } from '../my-confidence.ts'

/**
 * Tells one's employer's union of one's membership 公开会籍: the member's own word, and nobody else's. It holds them from
 * then on, and can be made to forget them again, though not what it has seen.
 *
 * Refuses `kernel.absent`, `membership.not_confidential`, `membership.unit_closing` where that union takes nobody in.
 *
 * @see design section 2.3
 */
export const discloseMembership = command({
  act: 'membership.disclose',
  by: ['person'],
  input: MembershipKey,
  output: MyConfidence,
  cellOf: (input) => input.cell,
  beyond: { own: 'the membership is the person’s own, and goes to the union they name' },
  async run(context) {
    const { tx, input, now, today, services, reach } = context
    const { cell, membership } = input
    const member = await openOwn(context)
    const kept = await employerKept(tx, services, cell, membership)
    const employer = kept === undefined ? undefined : await findOpenUnit(tx, kept)
    if (!employer) throw new Refusal('membership.not_confidential')
    if (employer.state !== 'active') throw new Refusal('membership.unit_closing')
    await endConfidence(tx, cell, membership, now)
    const open = (at: number) => reach('own', { cell: at, path: '' })
    const moved = await moveMembership({ tx, now, today, services, open }, cell, membership, employer, 'succession')
    await open(employer.cell_id)
    return {
      cell,
      subject: membership,
      before: { confidential: true },
      after: { confidential: false },
      facts: moved?.facts ?? [],
      answer: await myConfidence(tx, services, employer.cell_id, member.person),
    }
  },
})
