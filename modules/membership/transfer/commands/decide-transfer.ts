import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { covers, type Place } from '@gongqiao/kernel/shared/place.ts'
import { findGoingOn, findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { tellDesk } from '../../claiming/ending.ts'
import { DecisionForm, TransferView } from '../contract.ts'
import { endBoth } from '../ending.ts'
import { transfer } from '../machine.ts'
import { lockPair, sidesOf } from '../pair.ts'
import { released } from '../released.ts'
import { settle } from '../settle.ts'
import { tellMember } from '../tell-member.ts'
import { findTransfer, placeOf, transferView } from '../views.ts'

/**
 * Decides over an objection to a transfer 裁决, as the union above both, with reasons that the member sees: the objection
 * falls and the member may go, or it stands and they stay. Whoever objected does not decide.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, reasons of fewer than ten characters.
 *
 * @see rulebook MEM-30, MEM-31; design section 2.7
 */
export const decideTransfer = command({
  act: 'membership.decide_transfer',
  by: ['post'],
  input: DecisionForm,
  output: TransferView,
  cellOf: (input) => input.cell,
  beyond: { sides: 'both sides of the transfer, and the member on the way from one to the other' },
  async run(context) {
    const { tx, input, allow, matters, services, today, actor } = context
    const { cell, matter, decision, note } = input
    const found = await findTransfer(tx, cell, matter)
    if (!found) throw absent()
    allow(found.matter.host)
    const decider = found.row.decider === null ? undefined : await findGoingOn(tx, found.row.decider)
    if (!decider) throw new Refusal('matter.step_not_open')
    if (!covered(placeOf(decider))) throw new Refusal('membership.decided_from_above')
    const sides = sidesOf(context, 'sides')
    const pair = await lockPair(sides, cell, matter)
    const out = await matters.take(transfer, pair.out, decision, {
      note,
      ...(decision === 'uphold' ? { reason: 'upheld' } : released(pair.into)),
    })
    const after = { ...pair, out }
    const overruled = decision === 'overrule'
    const facts = overruled ? (await settle(sides, after, { side: 'released', by: 'decision' })).facts : []
    if (!overruled) {
      await endBoth(sides, after, 'end', { reason: 'upheld' })
      await tellMember(sides, after, 'membership.message.transfer_upheld')
    }
    const from = await findOpenUnit(tx, out.hostUnit)
    const words = { name: out.title, unit: decider.name }
    if (from) await tellDesk(sides, from, `membership.message.transfer_${decision}`, words, '/console/desk')
    await sides.open(cell)
    const now = await findTransfer(tx, cell, matter)
    if (!now) throw new Error('the transfer was there before')
    const post = actor.kind === 'post' ? actor.post : undefined
    const answer = await transferView(tx, now.row, now.matter, { services, today, language: actor.language, post })
    return { cell, subject: matter, before: { state: pair.out.state }, after: { state: answer.state }, facts, answer }

    function covered(place: Place): boolean {
      return actor.kind !== 'post' || actor.post.ranges.some((range) => covers(range, place))
    }
  },
})
