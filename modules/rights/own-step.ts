import type { CommandContext, Fact, Outcome } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
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
  /** What follows where the ask is then, and where that leaves it. */
  afterwards?: (held: Held) => Promise<{ readonly cell: number; readonly facts: readonly Fact[] }>,
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
    answer: await myAskView({ tx, services, today, language: actor.language }, done.cell, input.matter),
  }

  async function onAsk(account: string | undefined) {
    const held = await holdAsk(context, cell, input.matter)
    const { after, row, facts } = await stepOn(context, held, stepOf(held, account))
    const gone = await afterwards?.({ before: after, row })
    return { before: held.before, after, cell: gone?.cell ?? cell, facts: [...facts, ...(gone?.facts ?? [])] }
  }
  /** A report has no class, no score and no figures: of a step only its name and its words. */
  async function onReport() {
    if (afterwards) throw new Refusal('rights.no_second_opinion')
    const before = await matters.open(retaliation, cell, input.matter)
    const { name, said } = reportStep
    const after = await matters.take(retaliation, before, name)
    if (said) await addTurn(tx, services, { cell, matter: input.matter, path: before.host.path }, said, now)
    return { before, after, cell, facts: [] }
  }
}
