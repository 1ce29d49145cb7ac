import type { CommandContext, Outcome } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { MyMatter } from './contract.ts'
import { notMe } from './machine.ts'
import { myMatter } from './mine.ts'

type Context = CommandContext<{ readonly cell: number; readonly matter: string }, 'person'>

/** Takes the person's own step of their report, wherever it is kept. */
export async function takeOwnStep(
  { tx, input, actor, today, allow, matters, services, reach }: Context,
  step: 'settle' | 'reopen',
  note?: string,
): Promise<Outcome<MyMatter>> {
  if (actor.kind === 'system') throw new Error('whether it is settled is the person’s to say')
  allow.self(actor.person)
  const { cell, matter } = input
  await reach('own', { cell, path: '' })
  const before = await matters.open(notMe, cell, matter)
  if (before.subject !== actor.person) throw absent()
  const after = await matters.take(notMe, before, step, note === undefined ? {} : { note })
  return {
    cell,
    subject: matter,
    before: { state: before.state },
    after: { state: after.state },
    answer: await myMatter(tx, services, after, actor.person, today, actor.language),
  }
}
