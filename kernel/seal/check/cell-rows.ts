import type { Pool } from '../../database/connect.ts'
import { readCell } from '../../jobs/read-cell.ts'
import { hasNoLeaf, leafBytes, type RowTexts, rowsByKey, type SealedLog, textsOf } from '../rows.ts'
import type { TreeHash } from '../tree.ts'
import { instantOf } from '../words.ts'

/** A leaf as it is kept, with what its row is now. */
export type CheckedLeaf = {
  readonly number: number
  /** Where leaves are missing, the number of the last of them; else its own. */
  readonly last: number
  readonly log: SealedLog
  readonly id: string
  /** The hash that is kept; undefined where there is no leaf of that number. */
  readonly kept: Buffer | undefined
  /** The hash of the row as it stands; undefined where there is none. */
  readonly now: Buffer | undefined
  /** When the row says it was written. */
  readonly at: number
}

/** The root of a cell at a size, and by which seal it stands in the network. */
export type CheckedRoot = {
  readonly size: number
  readonly root: Buffer
  readonly number: number
  readonly seal: number | null
  readonly at: string
  /** When the seal before was made; null before the first. */
  readonly before: string | null
  readonly catchingUp: boolean
}

const leafPage = 2_000
const rootPage = 1_000
const rowPage = 5_000

const nextLeaves = `select number, log, row_id as id, hash from kernel.seal_leaf
  where cell_id = $1 and number >= $2 order by number limit $3`
const nextRoots = `select r.size, r.root, r.number, s.number as seal, s.at, s.before, coalesce(s.catching_up, true) as "catchingUp"
  from (select size, root, number from kernel.seal_root where cell_id = $1 and size > $2 order by size limit $3) r
  left join lateral (
    select s.number, s.catching_up, to_json(s.at at time zone 'UTC') #>> '{}' as at,
      (select to_json(p.at at time zone 'UTC') #>> '{}' from kernel.seal p where p.number = s.number - 1) as before
    from kernel.seal s where s.size > r.number order by s.size limit 1
  ) s on true order by r.size`
const rowsOf = (log: SealedLog) => `select ${textsOf(log, 'r')} from ${rowsByKey(log)}`
const bareRows = (log: SealedLog) => `select p.id, p.at, ${hasNoLeaf(log, '$1', 'p.id')} as bare
  from (select id, at from kernel.${log} where cell_id = $1 and id > $2 order by id limit $3) p order by p.id`

/** The roots of a cell, smallest first. */
export async function* rootsOf(pool: Pool, cell: number): AsyncGenerator<CheckedRoot> {
  for (let after = 0; ; ) {
    const from = after
    const page = await readCell(pool, cell, (tx) => tx.many<CheckedRoot>(nextRoots, [cell, from, rootPage]))
    yield* page
    const last = page.at(-1)
    if (!last || page.length < rootPage) return
    after = last.size
  }
}

/** The leaves of a cell from a number on, in order, each with its row. */
export async function* leavesOf(pool: Pool, hash: TreeHash, cell: number, first: number): AsyncGenerator<CheckedLeaf> {
  for (let next = first; ; ) {
    const from = next
    const page = await readCell(pool, cell, async (tx) => {
      const leaves = await tx.many<{ number: number; log: SealedLog; id: string; hash: Buffer }>(nextLeaves, [
        cell,
        from,
        leafPage,
      ])
      const rows = new Map<string, RowTexts>()
      for (const log of ['audit', 'access'] as const) {
        const ids = leaves.filter((leaf) => leaf.log === log).map(({ id }) => id)
        if (ids.length === 0) continue
        for (const texts of await tx.many<RowTexts>(rowsOf(log), [cell, ids])) rows.set(`${log} ${texts['id']}`, texts)
      }
      return leaves.map(({ number, log, id, hash: kept }) => {
        const texts = rows.get(`${log} ${id}`)
        const now = texts && hash.leaf(leafBytes(log, texts))
        return { number, last: number, log, id, kept, now, at: Date.parse(instantOf(texts?.['at'] ?? '')) }
      })
    })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < leafPage) return
    next = last.number + 1
  }
}

/** Rows of a cell that have no leaf though they are dated before a moment. */
export async function* rowsWithoutLeaf(
  pool: Pool,
  cell: number,
  datedBefore: Date,
): AsyncGenerator<{ readonly log: SealedLog; readonly id: string; readonly at: Date }> {
  for (const log of ['audit', 'access'] as const) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const from = after
      const page = await readCell(pool, cell, (tx) =>
        tx.many<{ id: string; at: Date; bare: boolean }>(bareRows(log), [cell, from, rowPage]),
      )
      for (const { id, at, bare } of page) if (bare && !(at > datedBefore)) yield { log, id, at }
      const last = page.at(-1)
      if (!last || page.length < rowPage) break
      after = last.id
    }
  }
}
