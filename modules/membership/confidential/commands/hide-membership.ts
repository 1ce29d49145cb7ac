import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { MembershipKey } from '../../life/contract.ts'
import { unitOf } from '../../life/matters.ts'
import { openOwn } from '../../life/own.ts'
import { moveMembership } from '../../moving/move-memberships.ts'
import { employerKept, holderAbove, keepConfidence } from '../confidence.ts'
import { MyConfidence } from '../contract.ts'
import { myConfidence } from '../my-confidence.ts'

/**
 * Makes one's membership confidential 转为保密会员: the union above holds it from now on, and one's employer's union neither
 * sees nor counts it any more. What it has seen before it may remember.
 *
 * Refuses `kernel.absent`, `membership.confidential_already`, `membership.nobody_above`.
 *
 * @see design section 2.3
 */
export const hideMembership = command({
  act: 'membership.hide',
  by: ['person'],
  input: MembershipKey,
  output: MyConfidence,
  cellOf: (input) => input.cell,
  beyond: { own: 'the membership is the person’s own, and goes to the union above theirs' },
  async run(context) {
    const { tx, input, now, today, services, reach } = context
    const { cell } = input
    const member = await openOwn(context)
    if ((await employerKept(tx, services, cell, input.membership)) !== undefined)
      throw new Refusal('membership.confidential_already')
    const unit = await unitOf(tx, member.unit)
    const holder = await holderAbove(tx, unit)
    const open = (at: number) => reach('own', { cell: at, path: '' })
    const moved = await moveMembership({ tx, now, today, services, open }, cell, input.membership, holder, 'succession')
    await open(holder.cell_id)
    const membership = moved?.membership ?? input.membership
    await keepConfidence(tx, services, { cell: holder.cell_id, membership, path: holder.path }, unit.id, now)
    return {
      cell: holder.cell_id,
      subject: membership,
      before: { confidential: false },
      after: { confidential: true },
      facts: moved?.facts ?? [],
      answer: await myConfidence(tx, services, holder.cell_id, member.person),
    }
  },
})
