import type { Pool } from '@gongqiao/kernel/database/connect.ts'
import { inTransaction, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { writeUnitKeys } from './unit-keys.ts'

/** Goes up when names are compared in another way than before: what unions are found by is then written anew. */
const naming = 1
const page = 2_000

/** Says that what all unions are found by is as this version writes it. */
export async function unitKeysAreWritten(tx: Tx, now: Date): Promise<void> {
  await tx.run(
    `insert into kernel.installation (id, value, changed_at) values ('unit_keys', $1, $2)
     on conflict (id) do update set value = excluded.value, changed_at = excluded.changed_at`,
    [{ naming }, now],
  )
}

/** Writes what unions are found by where an earlier version of the program seeded them. Once; it may be run again. */
export async function loadUnitKeys(pool: Pool, now: Date, onProgress: (words: string) => void): Promise<void> {
  const written = await inTransaction(
    pool,
    undefined,
    (tx) =>
      tx.maybe<{ value: { readonly naming: number } }>(`select value from kernel.installation where id = 'unit_keys'`),
    'read only',
  )
  if (written?.value.naming === naming) return
  for (let after = '00000000-0000-0000-0000-000000000000', done = 0; ; ) {
    const ids = await inTransaction(pool, undefined, async (tx) => {
      const rows = await tx.many<{ id: string }>(
        'select id from organization.unit where id > $1 order by id limit $2',
        [after, page],
      )
      const found = rows.map(({ id }) => id)
      await writeUnitKeys(tx, found)
      return found
    })
    done += ids.length
    after = ids.at(-1) ?? after
    onProgress(`names of ${done} unions`)
    if (ids.length < page) break
  }
  await inTransaction(pool, undefined, (tx) => unitKeysAreWritten(tx, now))
}
