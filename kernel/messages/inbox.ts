import { hot, type Tx } from '../database/tx.ts'
import { newId } from '../shared/ids.ts'

const insertMessages = hot(
  'kernel.insert_messages',
  `insert into kernel.message (cell_id, id, account_id, at, kind, variables, link)
   select $1, id, account, $2, kind, variables, link
   from unnest($3::uuid[], $4::uuid[], $5::text[], $6::jsonb[], $7::text[]) as m (id, account, kind, variables, link)`,
)

/** A message 站内信 to an account: a kind and its variables; the reader's language makes the words. */
export type NewMessage = {
  readonly account: string
  readonly kind: string
  readonly variables: { readonly [name: string]: string | number }
  readonly link?: string
}

/** Puts messages into inboxes of one cell, in the transaction that is the reason for them. */
export async function leaveMessages(tx: Tx, cell: number, messages: readonly NewMessage[], now: Date): Promise<void> {
  if (messages.length === 0) return
  await tx.run(insertMessages, [
    cell,
    now,
    messages.map(() => newId(now.getTime())),
    messages.map((message) => message.account),
    messages.map((message) => message.kind),
    messages.map((message) => JSON.stringify(message.variables)),
    messages.map((message) => message.link ?? null),
  ])
}

/** A kept message. */
export type KeptMessage = {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly variables: { readonly [name: string]: string | number }
  readonly link: string | null
  readonly read_at: Date | null
}

const pageSize = 30

/** An account's messages in one cell, newest first, older than `before`. One more than a page where there is more. */
export async function messagesOf(
  tx: Tx,
  cell: number,
  account: string,
  before: string | undefined,
): Promise<{ items: KeptMessage[]; next: string | null }> {
  const rows = await tx.many<KeptMessage>(
    `select id, at, kind, variables, link, read_at from kernel.message
     where cell_id = $1 and account_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [cell, account, before ?? null, pageSize + 1],
  )
  const items = rows.slice(0, pageSize)
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
}

/** Marks a message as read. Tells whether there was one. */
export async function readMessage(tx: Tx, cell: number, account: string, id: string, now: Date): Promise<boolean> {
  return (
    (await tx.run(
      'update kernel.message set read_at = coalesce(read_at, $4) where cell_id = $1 and account_id = $2 and id = $3',
      [cell, account, id, now],
    )) === 1
  )
}
