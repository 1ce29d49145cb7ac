import type { Pool } from '../database/connect.ts'
import { inTransaction, type Tx } from '../database/tx.ts'
import { readCell } from '../jobs/read-cell.ts'
import { cellsBetween } from '../shared/place.ts'

/** A row that breaks an invariant: which one, by table and key, and how. No name and no number of anybody. */
export type Breach = { readonly row: string; readonly words: string }

/** What a part of a check found. */
export type Finding = { readonly checked: number; readonly breaches: readonly Breach[] }

/** What a check is given and tells. */
export type CheckParts = {
  readonly pool: Pool
  readonly signal: AbortSignal
  /** How far it is: steps done of all, cells or pages. */
  readonly step: (done: number, all: number) => void
  readonly found: (finding: Finding) => void
}

/** An invariant 不变量: what is true of the data at any moment, and how the live database is asked whether it is. */
export type Invariant = {
  readonly name: string
  readonly words: string
  readonly check: (parts: CheckParts) => Promise<void>
}

/** Most breaches that are listed of one look: more of the same say no more. */
export const breachesListed = 100

/** Reads something of the whole network for a check: its statements stand in a `national-scans.ts`. */
export async function readNetwork<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(pool, cellsBetween(0, 999_999), work, 'read only')
}

const page = 2_000
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Makes a check of every row of a kind, two thousand a statement and a transaction, so that none of them takes long.
 *
 * @param statement gives the rows of cell `$1` with an id after `$2`, in the order of their ids, at most `$3`
 * @param breachOf what is wrong with a row, if anything is
 */
export function inEachRow<Row extends { readonly id: string }>(
  cells: (tx: Tx) => Promise<number[]>,
  statement: string,
  breachOf: (row: Row, cell: number) => Breach | undefined,
): Invariant['check'] {
  return async ({ pool, signal, step, found }) => {
    const all = await readNetwork(pool, cells)
    for (const [index, cell] of all.entries()) {
      for (let after: string | undefined = beforeAll; after !== undefined; ) {
        signal.throwIfAborted()
        const values: readonly unknown[] = [cell, after, page]
        const rows: Row[] = await readCell(pool, cell, (tx) => tx.many<Row>(statement, values))
        const breaches = rows.flatMap((row) => breachOf(row, cell) ?? [])
        found({ checked: rows.length, breaches: breaches.slice(0, breachesListed) })
        after = rows.length === page ? rows.at(-1)?.id : undefined
      }
      step(index + 1, all.length)
    }
  }
}

/** Makes a check that looks into each of some cells, one read-only transaction a cell. */
export function inEachCell(
  cells: (tx: Tx) => Promise<number[]>,
  look: (tx: Tx, cell: number) => Promise<Finding>,
): Invariant['check'] {
  return async ({ pool, signal, step, found }) => {
    const all = await readNetwork(pool, cells)
    for (const [index, cell] of all.entries()) {
      signal.throwIfAborted()
      found(await readCell(pool, cell, (tx) => look(tx, cell)))
      step(index + 1, all.length)
    }
  }
}
