import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { checkedPhone, phoneFaults, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { myAskView } from '../ask-view.ts'
import { GuestAsk, Received } from '../contract.ts'
import { askFaults, beginAsk } from '../intake.ts'
import { placeOf, unionOfPlace } from '../routing.ts'

const faultsOf = (given: Given): Fault[] => [...askFaults(given), ...phoneFaults(given)]

/**
 * Asks the union of a place as somebody who belongs to none: rights help asks for no membership. They prove a phone and get
 * a query code; whether the phone belongs to a member is neither asked nor said.
 *
 * Refuses every fault at once, `people.phone_code_wrong`, `rights.unit_closing`.
 *
 * @see rulebook 0.4 W: membership not required for rights help
 */
export const submitGuestAsk = command({
  act: 'rights.ask_as_guest',
  by: ['anyone'],
  input: GuestAsk,
  output: Received,
  check: faultsOf,
  beyond: { union: 'the union of the place that is asked' },
  async run(context) {
    const { tx, input, actor, now, today, allow, reach, services } = context
    allow.everybody('whoever works may ask a union for help')
    const unit = await unionOfPlace(tx, input.unit)
    const checked = checkedPhone(input.phone)
    if ('faults' in checked) throw new Error('the form was checked before')
    const wrong = await takePhoneCode(tx, services, checked.phone, input.phoneCode, now)
    if (wrong) return { cell: unit.cell_id, refusal: wrong }
    await reach('union', placeOf(unit))
    const name = input.name?.trim() ?? ''
    const begun = await beginAsk(context, {
      unit,
      asker: 'guest',
      channel: 'app',
      person: null,
      account: null,
      name: name === '' ? null : name,
      phone: checked.phone,
      confidential: false,
      class: input.urgent ? 'urgent' : 'general',
      typedBy: null,
    })
    const ask = await myAskView({ tx, services, today, language: actor.language }, begun.cell, begun.matter)
    return {
      cell: begun.cell,
      subject: begun.matter,
      after: { state: begun.state, unit: unit.id },
      facts: begun.facts,
      answer: { ask, queryCode: begun.queryCode },
    }
  },
})
