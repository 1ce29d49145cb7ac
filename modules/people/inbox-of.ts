import type { Tx } from '@gongqiao/kernel/database/tx.ts'

/** Where an account's messages are read. */
export type Inbox = { readonly cell: number; readonly account: string }

/**
 * The cell in which somebody reads what is sent to their account: where they are signed in, else where the account stood
 * last. Undefined where the account is gone.
 */
export async function inboxOf(tx: Tx, person: string, account: string): Promise<Inbox | undefined> {
  const cells = await tx.many<{ cell: number }>(
    'select cell_id as cell from people.person_cell where person_id = $1 order by cell_id limit 50',
    [person],
  )
  const found: { cell: number; signedIn: boolean; at: Date }[] = []
  for (const { cell } of cells) {
    const row = await tx.maybe<{ at: Date; signedIn: boolean }>(
      `select a.created_at as at, exists (select from people.session s
         where s.cell_id = $1 and s.account_id = $2 and s.ended_at is null) as "signedIn"
       from people.account a where a.cell_id = $1 and a.id = $2`,
      [cell, account],
    )
    if (row) found.push({ cell, ...row })
  }
  found.sort((a, b) => Number(b.signedIn) - Number(a.signedIn) || b.at.getTime() - a.at.getTime())
  const [first] = found
  return first && { cell: first.cell, account }
}
