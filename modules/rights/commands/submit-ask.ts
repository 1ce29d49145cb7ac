import { command } from '@gongqiao/kernel/command/command.ts'
import { myAskView } from '../ask-view.ts'
import { NewAsk, Received } from '../contract.ts'
import { askFaults, beginAsk } from '../intake.ts'
import { placeOf, unionAsked } from '../routing.ts'

/**
 * Asks one's union 提诉求: the union that holds the person, the one above it where that one must not see it, or a union of a
 * place. Provisional members ask like everybody.
 *
 * Refuses every fault at once, `rights.no_union_to_ask`, `rights.unit_closing`.
 *
 * @see rulebook RP-R-01, G-08; 8.1
 */
export const submitAsk = command({
  act: 'rights.ask',
  by: ['person'],
  input: NewAsk,
  output: Received,
  check: askFaults,
  beyond: { union: 'the union that is asked: the person’s own, the one above it, or that of a place' },
  async run(context) {
    const { tx, input, actor, today, allow, reach, services } = context
    if (actor.kind === 'system') throw new Error('the system asks nobody')
    allow.self(actor.person)
    const unit = await unionAsked(tx, actor.place, actor.person, input)
    const own = await tx.maybe<{ name: string }>('select name from people.open_person where cell_id = $1 and id = $2', [
      actor.place.cell,
      actor.person,
    ])
    await reach('union', placeOf(unit))
    const begun = await beginAsk(context, {
      unit,
      asker: 'member',
      channel: 'app',
      person: actor.person,
      account: actor.account,
      name: own?.name ?? null,
      phone: null,
      confidential: input.confidential ?? false,
      class: input.urgent ? 'urgent' : 'general',
      typedBy: null,
    })
    const ask = await myAskView({ tx, services, today, language: actor.language }, begun.cell, begun.matter)
    return {
      cell: begun.cell,
      subject: begun.matter,
      after: { state: begun.state, unit: unit.id },
      facts: begun.facts,
      answer: { ask, queryCode: null },
    }
  },
})
