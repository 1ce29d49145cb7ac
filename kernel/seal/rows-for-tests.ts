import { inTransaction } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { newId } from '../shared/ids.ts'

export const insertAudit = `insert into kernel.audit (cell_id, id, at, act, actor_kind, account_id, before, after)
  select $1, id, $3, $4, 'system', $5, null, '{"state": "done", "amount": 1.50}' from unnest($2::uuid[]) as given (id)`
export const insertAccess = `insert into kernel.access (cell_id, id, at, act, post_title, unit_name, subjects)
  select $1, id, $3, $4, '工会干部', '沙面制衣厂工会', array[$5::uuid] from unnest($2::uuid[]) as given (id)`

/** Writes rows of both logs as requests do: by the request role, with no leaf. Gives the ids, in order. */
export async function writeRows(
  { pool, now }: Pick<Services, 'pool' | 'now'>,
  cell: number,
  counts: { readonly audit?: number; readonly access?: number },
  at: Date = now(),
  whose: string = newId(),
): Promise<{ readonly audit: string[]; readonly access: string[] }> {
  const some = (count = 0) => Array.from({ length: count }, () => newId(at.getTime())).sort()
  const ids = { audit: some(counts.audit), access: some(counts.access) }
  await inTransaction(pool, undefined, async (tx) => {
    await tx.run(insertAudit, [cell, ids.audit, at, 'house.act', whose])
    await tx.run(insertAccess, [cell, ids.access, at, 'house.look', whose])
  })
  return ids
}
