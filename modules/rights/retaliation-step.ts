import type { CommandContext, Outcome } from '@gongqiao/kernel/command/command.ts'
import { mustKnow } from '@gongqiao/kernel/matter/restricted.ts'
import { retaliationView } from './ask-view.ts'
import type { RetaliationView } from './contract.ts'
import { retaliation } from './machine.ts'
import { addTurn } from './turns.ts'

type Context = CommandContext<{ readonly cell: number; readonly matter: string }, 'post'>

/** Takes a step of a report of retaliation, at the union one level up. */
export async function takeUpperStep(
  { tx, input, actor, now, today, allow, matters, services }: Context,
  step: 'take_up' | 'answer',
  words?: string,
): Promise<Outcome<RetaliationView>> {
  const { cell, matter } = input
  const before = await matters.open(retaliation, cell, matter)
  allow(before.host)
  mustKnow({ restricted: 'rights.handle_retaliation' }, before, actor)
  const after = await matters.take(retaliation, before, step)
  if (words !== undefined) {
    const said = { side: 'union', step, by: matters.byWords, words } as const
    await addTurn(tx, services, { cell, matter, path: before.host.path }, said, now)
  }
  const { view } = await retaliationView({ tx, services, today, language: actor.language }, cell, matter)
  return { cell, subject: matter, before: { state: before.state }, after: { state: after.state }, answer: view }
}
