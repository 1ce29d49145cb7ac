import type { Tx } from '../database/tx.ts'

/** What stands in inboxes of one cell, to be put into another: whoever moves keeps what they were told. */
export type MovingMessages = { readonly rows: string; readonly count: number }

const eachAtMost = 200

/** Reads the inboxes of some accounts in their cell, the latest 200 messages of each. */
export async function messagesToMove(tx: Tx, cell: number, accounts: readonly string[]): Promise<MovingMessages> {
  if (accounts.length === 0) return { rows: '[]', count: 0 }
  return tx.one<MovingMessages>(
    `select coalesce(jsonb_agg(to_jsonb(m)), '[]')::text as rows, count(*) as count
     from unnest($2::uuid[]) as a (account) cross join lateral (
       select * from kernel.message k where k.cell_id = $1 and k.account_id = a.account order by k.id desc limit ${eachAtMost}) m`,
    [cell, accounts],
  )
}

/** Puts messages into the inboxes of the same accounts in another cell. What stands there already stays as it is. */
export function placeMessages(tx: Tx, cell: number, { rows, count }: MovingMessages): void {
  if (count === 0) return
  tx.runWithNext(
    `insert into kernel.message (cell_id, id, account_id, at, kind, variables, link, read_at)
     select $1, m.id, m.account_id, m.at, m.kind, m.variables, m.link, m.read_at
     from jsonb_populate_recordset(null::kernel.message, $2::jsonb) m on conflict (cell_id, id) do nothing`,
    [cell, rows],
  )
}
