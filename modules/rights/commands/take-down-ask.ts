import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { checkedPhone, phoneFaults } from '@gongqiao/modules/people/index.ts'
import { myAskView } from '../ask-view.ts'
import { Received, WindowAsk } from '../contract.ts'
import { answering, holdAsk, stepOn } from '../handling.ts'
import { askFaults, beginAsk } from '../intake.ts'
import { placeOf } from '../routing.ts'
import { chosenAsker, knownAsker, numbersOf } from '../window-asker.ts'

const faultsOf = (given: Given): Fault[] => [...askFaults(given), ...phoneFaults(given)]

/**
 * Takes down at the window or on the phone what somebody asks 窗口、电话代记, and answers at once what can be. The record says
 * who wrote it down. The asker gets the query code from the staff, and nobody has to give a name. A member of this union who
 * showed their document, or was chosen from the roll, has the ask among their own instead; whoever is held elsewhere gets a code like anybody.
 *
 * Refuses every fault at once, `kernel.absent`, `kernel.forbidden`.
 *
 * @see G-08; PET 19; rulebook 2.7 instant answer
 */
export const takeDownAsk = command({
  act: 'rights.window_ask',
  by: ['post'],
  input: WindowAsk,
  output: Received,
  check: faultsOf,
  async run(context) {
    const { tx, input, actor, today, allow, matters, services } = context
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow(placeOf(unit))
    if (actor.kind !== 'post') throw new Error('a window is a post')
    const checked = input.phone === undefined ? undefined : checkedPhone(input.phone)
    if (checked && 'faults' in checked) throw new Error('the form was checked before')
    const chosen = input.person === undefined ? undefined : await chosenAsker(tx, unit, input.person)
    const member = chosen ? (chosen.ownAccount ? chosen : undefined) : await memberShown()
    const name = (chosen ?? member)?.name ?? input.name?.trim() ?? ''
    const known = name !== '' || checked !== undefined
    const begun = await beginAsk(context, {
      unit,
      asker: member ? 'member' : known ? 'guest' : 'anonymous',
      channel: input.channel,
      person: member?.person ?? null,
      account: actor.account,
      name: name === '' ? null : name,
      phone: member ? null : (checked?.phone ?? null),
      confidential: false,
      class: input.class ?? (input.urgent ? 'urgent' : 'general'),
      typedBy: `${actor.post.unitName} ${actor.post.title} ${actor.name}`,
    })
    const facts = [...begun.facts]
    if (input.answer) {
      const held = await holdAsk(context, begun.cell, begun.matter)
      const { words, result } = input.answer
      facts.push(...(await stepOn(context, held, answering(held.row, today, matters.byWords, words, result))).facts)
    }
    const ask = await myAskView({ tx, services, today, language: actor.language }, begun.cell, begun.matter)
    return {
      cell: begun.cell,
      subject: begun.matter,
      after: { state: ask.state, unit: unit.id, channel: input.channel },
      facts,
      answer: { ask, queryCode: begun.queryCode },
    }

    /** The member whose document was shown at this window. */
    async function memberShown() {
      if (!unit || input.identityNumber === undefined) return undefined
      const numbers = numbersOf(services, input.identityNumber, today)
      if (numbers.length === 0)
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/identityNumber', code: 'kernel.field_form' }] })
      return knownAsker(tx, unit, numbers)
    }
  },
})
