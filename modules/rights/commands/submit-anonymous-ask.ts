import { command } from '@gongqiao/kernel/command/command.ts'
import { myAskView } from '../ask-view.ts'
import { AnonymousAsk, Received } from '../contract.ts'
import { askFaults, beginAsk } from '../intake.ts'
import { countOne, refuseTooMany } from '../query-code.ts'
import { placeOf, unionOfPlace } from '../routing.ts'

/**
 * Asks the union of a place as nobody 匿名: no name, phone, account or address is kept, in the ask, the audit or anywhere.
 * The query code is shown once; who holds it is the asker.
 *
 * Refuses every fault at once, `rights.unit_closing`, `kernel.too_many_requests`.
 *
 * @see rulebook 0.4 ANON
 */
export const submitAnonymousAsk = command({
  act: 'rights.ask_as_nobody',
  by: ['anyone'],
  input: AnonymousAsk,
  output: Received,
  check: askFaults,
  beyond: { union: 'the union of the place that is asked' },
  async run(context) {
    const { tx, input, actor, now, today, allow, reach, services } = context
    if (actor.kind !== 'anyone') throw new Error('nobody is nobody in particular')
    allow.everybody('whoever works may ask a union for help, by no name')
    await refuseTooMany(tx, services, actor, 'newAsks', now)
    const unit = await unionOfPlace(tx, input.unit)
    await reach('union', placeOf(unit))
    await countOne(tx, services, actor, 'newAsks', now)
    const begun = await beginAsk(context, {
      unit,
      asker: 'anonymous',
      channel: 'app',
      person: null,
      account: null,
      name: null,
      phone: null,
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
