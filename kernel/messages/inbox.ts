import { hot, type Tx } from '../database/tx.ts'
import { newId } from '../shared/ids.ts'

const insertMessage = hot(
  'kernel.insert_message',
  'insert into kernel.message (cell_id, id, account_id, at, kind, variables, link) values ($1, $2, $3, $4, $5, $6, $7)',
)

/** A message 站内信 to an account: a kind and its variables; the reader's language makes the words. */
export type NewMessage = {
  readonly cell: number
  readonly account: string
  readonly kind: string
  readonly variables: { readonly [name: string]: string | number }
  readonly link?: string
}

/** Puts a message into an account's inbox, in the transaction that is the reason for it. */
export async function leaveMessage(tx: Tx, message: NewMessage, now: Date): Promise<void> {
  const { cell, account, kind, variables, link } = message
  await tx.run(insertMessage, [cell, newId(now.getTime()), account, now, kind, variables, link ?? null])
}
