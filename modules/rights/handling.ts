import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import type { Matter, StepNote } from '@gongqiao/kernel/matter/matters.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { fill } from '@gongqiao/kernel/shared/texts.ts'
import { inboxOf } from '@gongqiao/modules/people/index.ts'
import { type AskRow, findAskRow } from './asked-row.ts'
import { openContent } from './content.ts'
import { ask, classClocks, extendedClocks, type Result } from './machine.ts'
import { counted, countedOf } from './standing.ts'
import { zh } from './texts/zh.ts'
import { addTurn, type Said } from './turns.ts'

type Context = Pick<
  CommandContext<unknown, 'post' | 'person' | 'anyone'>,
  'tx' | 'now' | 'today' | 'matters' | 'services'
>

/** An ask that is locked, with its row. */
export type Held = { readonly before: Matter; readonly row: AskRow }

/** Locks an ask in the open scope. Refuses `kernel.absent`. */
export async function holdAsk({ tx, matters }: Context, cell: number, matter: string): Promise<Held> {
  const before = await matters.open(ask, cell, matter)
  const row = await findAskRow(tx, cell, matter)
  if (!row) throw absent()
  return { before, row }
}

/** The clock of an ask in hand, by its class. */
export function clockOfClass(row: Pick<AskRow, 'class' | 'extended'>): string {
  if (row.extended && row.class !== 'urgent') return extendedClocks[row.class]
  return classClocks[row.class]
}

/** Where the clock of an ask in hand goes on: the day it counts from, where it began, and what it went through. */
export function goingOn({
  clockFrom,
  clockCell,
  pauses,
}: Matter): Pick<StepNote, 'clockFrom' | 'clockCell' | 'pauses'> {
  return { pauses, clockCell, ...(clockFrom !== null && { clockFrom }) }
}

/** What a step changes of an ask's row. */
export type Change = Partial<
  Pick<
    AskRow,
    | 'class'
    | 'topic'
    | 'extended'
    | 'clockFrom'
    | 'pausedOn'
    | 'pauses'
    | 'answeredOn'
    | 'result'
    | 'solved'
    | 'answerScore'
    | 'handlingScore'
    | 'interimOn'
    | 'redispatched'
  >
>

/** Writes what changed of an ask's row and gives the row as it is now. */
export async function changeRow({ tx }: Pick<Context, 'tx'>, cell: number, row: AskRow, change: Change) {
  const after = { ...row, ...change }
  await tx.run(
    `update rights.ask set class = $3, topic = $4, extended = $5, clock_from = $6, paused_on = $7, answered_on = $8, result = $9,
       solved = $10, answer_score = $11, handling_score = $12, pauses = $13,
       interim_on = $14, redispatched = $15 where cell_id = $1 and matter_id = $2`,
    [
      cell,
      row.matter,
      after.class,
      after.topic,
      after.extended,
      after.clockFrom,
      after.pausedOn,
      after.answeredOn,
      after.result,
      after.solved,
      after.answerScore,
      after.handlingScore,
      JSON.stringify(after.pauses),
      after.interimOn,
      after.redispatched,
    ],
  )
  return after
}

/** A step of an ask: what it is called, what it changes, and what is said with it. */
export type Step = {
  readonly name: string
  readonly note?: StepNote
  readonly change?: Change
  readonly said?: Said
}

/** Takes a step of a locked ask: spine, row, words and figures move together. Refuses `matter.step_not_open`. */
export async function stepOn(
  context: Context,
  { before, row }: Held,
  { name, note, change = {}, said }: Step,
): Promise<{ after: Matter; row: AskRow; facts: Fact[] }> {
  const { tx, now, matters, services } = context
  const { cell } = before
  const after = await matters.take(ask, before, name, note)
  const changed = await changeRow(context, cell, row, change)
  if (said) await addTurn(tx, services, { cell, matter: before.id, path: row.path }, said, now)
  return {
    after,
    row: changed,
    facts: [counted(row.askedCell, row.askedUnit, countedOf(row, before.state), countedOf(changed, after.state))],
  }
}

/** The change and the words of an answer. */
export function answering(row: AskRow, today: string, by: string | null, words: string, result: Result): Step {
  return {
    name: 'answer',
    change: { answeredOn: row.answeredOn ?? today, result, pausedOn: null },
    said: { side: 'union', step: 'answer', by, words, result },
  }
}

/** Where a signed-in asker reads their messages: the account they asked with, in the cell it is in now. */
async function inboxOfAsker({ tx }: Pick<Context, 'tx'>, { cell, id, subject }: Matter) {
  // What a post took down is told to the account of whom it concerns.
  const first = await tx.maybe<{ account: string | null }>(
    `select case when e.actor_kind = 'post' then p.account_id else e.account_id end as account
     from kernel.matter_event e left join people.open_person p on p.cell_id = $1 and p.id = $3 and p.gone_on is null
     where e.cell_id = $1 and e.matter_id = $2 and e.number = 1`,
    [cell, id, subject],
  )
  return first === undefined || first.account === null ? undefined : inboxOf(tx, subject, first.account)
}

/** What an asker is told has happened. No text message names the matter or the employer (rulebook 8.2). */
export type News = 'answered' | 'more' | 'interim' | 'extended' | 'interim_missed' | 'unreachable'

/** Tells the asker: in their inbox, or by a text message to the phone they gave. Nobody can tell whom nobody knows. */
export async function tellAsker(context: Context, { before, row }: Held, unit: string, news: News): Promise<void> {
  const { tx, now, services } = context
  if (row.asker === 'anonymous') return
  if (row.asker === 'guest') {
    const { phone } = await openContent(services, before.cell, row.matter, row.content)
    if (phone === null || news === 'interim' || news === 'interim_missed') return
    const text = fill(zh['rights.text_news'], { brand: services.brand, link: `${services.publicUrl}/ask/code` })
    await sendText(tx, services, phone, text, now)
    return
  }
  const inbox = await inboxOfAsker(context, before)
  if (!inbox) return
  const link = `/asks/${before.cell}/${before.id}`
  const message = { account: inbox.account, kind: `rights.message.${news}`, variables: { unit }, link }
  await leaveMessages(tx, inbox.cell, [message], now)
}
