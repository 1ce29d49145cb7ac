import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { followEmployer } from '../../confidential/follow-employer.ts'
import { confidentMove } from '../../confidential/move-target.ts'
import { beginTransfer, lockMovable } from '../begin.ts'
import { MoveTarget, TransferView } from '../contract.ts'
import { acceptInvited, wasInvited } from '../invited.ts'
import { ownTransfer, targetFaults, targetOf } from '../own.ts'
import { sidesOf } from '../pair.ts'

/**
 * Asks to move to another union 转会: the member's own word, by its code or by its name. The union they leave has some days
 * to object, the one they come to as many to register them; the silence of both completes it, and until then they belong
 * where they did. It says to each union who the other one is, which the person was told before. A confidential member who
 * names an employer's union moves to the one above it, and that employer learns nothing, unless they let it know.
 *
 * Refuses `membership.not_a_member`, `membership.already_there`, `membership.transfer_open`, `membership.unit_unknown`,
 * `membership.unit_closing`, `membership.nobody_above`, and the five `membership.code_…`.
 *
 * @see rulebook MEM-30, MEM-31, T-MEM-1; design section 2.2
 */
export const askTransfer = command({
  act: 'membership.ask_transfer',
  by: ['person'],
  input: MoveTarget,
  output: TransferView,
  beyond: {
    own: 'the membership is the person’s own',
    sides: 'a transfer stands at the union the person leaves and at the one they come to',
  },
  check: (given: Given) => targetFaults(given),
  async run(context) {
    const { tx, input, actor, now, allow, reach, services } = context
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const { cell } = actor.place
    await reach('own', { cell, path: '' })
    const member = await lockMovable(tx, cell, actor.person)
    if (!member) throw new Refusal('membership.not_a_member')
    const named = await targetOf(tx, services, input, member, now)
    await reach('own', { cell, path: '' })
    const { to, hiddenFrom } = await confidentMove(tx, services, member, named, input.disclose === true)
    if (hiddenFrom) await followEmployer(context, member, hiddenFrom)
    const invited = await wasInvited(tx, member, to.id, now)
    const sides = sidesOf(context, 'sides')
    const begun = await beginTransfer({ ...sides, actor }, member, to, invited ? 'invited' : 'self')
    if (invited) await acceptInvited(sides, member, to, begun)
    await reach('own', { cell, path: '' })
    const answer = await ownTransfer(context, cell, begun.transfer)
    return {
      cell,
      subject: begun.transfer,
      after: { state: answer.state, from: member.unit, to: to.id },
      facts: begun.facts,
      answer,
    }
  },
})
