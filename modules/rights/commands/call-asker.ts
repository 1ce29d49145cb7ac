import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { askView } from '../ask-view.ts'
import { AskView, Calling } from '../contract.ts'
import { callsOf, isLastCall } from '../follow-up.ts'
import { goingOn, holdAsk, stepOn, tellAsker } from '../handling.ts'

function callFaults({ reached, words }: Given): Fault[] {
  const said = typeof words === 'string' ? words.trim() : ''
  return reached === true && said === '' ? [{ field: '/words', code: 'rights.nothing_heard' }] : []
}

/**
 * Keeps a call to hear whether the answer helped 回访. The asker's own days run on, and only they say that it is solved. The
 * third call that reaches nobody, on two days, ends it as unconfirmed; its asker is told, and may still take it up again.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `kernel.invalid_input` without words of whoever was
 * reached.
 *
 * @see rulebook 2.7 FOLLOW_UP_CALL, UNREACHABLE
 */
export const callAsker = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Calling,
  output: AskView,
  cellOf: (input) => input.cell,
  check: callFaults,
  async run(context) {
    const { tx, input, today, allow, matters, services, actor } = context
    const { cell, matter, reached, words = '' } = input
    const held = await holdAsk(context, cell, matter)
    allow(held.before.host)
    const last = !reached && isLastCall(await callsOf(tx, cell, matter), today)
    const called = await stepOn(context, held, {
      name: 'call',
      note: { reason: reached ? 'reached' : 'unreached', ...goingOn(held.before) },
      said: {
        side: 'union',
        step: reached ? 'call_reached' : 'call_unreached',
        by: matters.byWords,
        words: words.trim(),
      },
    })
    const after = { before: called.after, row: called.row }
    const ended = last ? await stepOn(context, after, { name: 'unreachable' }) : undefined
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    if (ended) await tellAsker(context, after, view.unit.name, 'unreachable')
    return {
      cell,
      subject: matter,
      before: { state: held.before.state },
      after: { state: view.state, reached },
      facts: [...called.facts, ...(ended?.facts ?? [])],
      answer: view,
    }
  },
})
