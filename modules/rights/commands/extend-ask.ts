import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { askView } from '../ask-view.ts'
import { AskView, Extension } from '../contract.ts'
import { clockOfClass, goingOn, holdAsk, stepOn, tellAsker } from '../handling.ts'

/**
 * Takes more time for an ask, once, and tells the asker why before the day is over 延期告知.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `rights.extended_already`,
 * `rights.urgent_not_extended`, `rights.extension_too_late`.
 *
 * @see T-16; rulebook 2.7
 */
export const extendAsk = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Extension,
  output: AskView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, today, allow, matters, services, actor } = context
    const { cell, matter, words } = input
    const held = await holdAsk(context, cell, matter)
    const { before, row } = held
    allow(before.host)
    if (row.extended) throw new Refusal('rights.extended_already')
    if (row.class === 'urgent') throw new Refusal('rights.urgent_not_extended')
    if (before.state === 'handling' && before.dueOn !== null && before.dueOn < today)
      throw new Refusal('rights.extension_too_late')
    const clock = clockOfClass({ ...row, extended: true })
    const { facts } = await stepOn(context, held, {
      name: 'extend',
      note: { clock, reason: 'more_time', ...goingOn(before) },
      change: { extended: true },
      said: { side: 'union', step: 'extend', by: matters.byWords, words },
    })
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    await tellAsker(context, held, view.unit.name, 'extended')
    return { cell, subject: matter, after: { extended: true }, facts, answer: view }
  },
})
