import type { CommandContext, Outcome } from '@gongqiao/kernel/command/command.ts'
import { myAskView } from './ask-view.ts'
import type { MyAsk } from './contract.ts'
import { type Held, holdAsk, type Step, stepOn } from './handling.ts'
import { retaliation } from './machine.ts'
import { openOwn } from './own-ask.ts'
import { addTurn } from './turns.ts'

type Key = { readonly cell: number; readonly matter: string; readonly code?: string }
type Context = CommandContext<Key, 'person' | 'anyone'>

/** Takes the asker's own step of their ask or of their report, wherever it is kept, by their session or by its query code. */
export async function takeOwnStep(
  context: Context,
  reportStep: Pick<Step, 'name' | 'said'>,
  stepOf: (held: Held, account: string | undefined) => Step,
): Promise<Outcome<MyAsk>> {
  const { tx, input, actor, now, today, matters, services } = context
  const own = await openOwn(context, input)
  if ('refusal' in own) return { cell: input.cell, refusal: own.refusal }
  const { cell } = own
  const kind = await tx.maybe<{ kind: string }>('select kind from kernel.matter where cell_id = $1 and id = $2', [
    cell,
    input.matter,
  ])
  const done =
    kind?.kind === retaliation.name
      ? await onReport()
      : await onAsk(own.by === 'session' ? own.actor.account : undefined)
  return {
    cell,
    subject: input.matter,
    before: { state: done.before.state },
    after: { state: done.after.state },
    facts: done.facts,
    answer: await myAskView({ tx, services, today, language: actor.language }, cell, input.matter),
  }

  async function onAsk(account: string | undefined) {
    const held = await holdAsk(context, cell, input.matter)
    return { before: held.before, ...(await stepOn(context, held, stepOf(held, account))) }
  }
  /** A report has no class, no score and no figures: of a step only its name and its words. */
  async function onReport() {
    const before = await matters.open(retaliation, cell, input.matter)
    const { name, said } = reportStep
    const after = await matters.take(retaliation, before, name)
    if (said) await addTurn(tx, services, { cell, matter: input.matter, path: before.host.path }, said, now)
    return { before, after, facts: [] }
  }
}
