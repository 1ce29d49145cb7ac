import type { Pool } from '../database/connect.ts'
import { serverIsAway } from '../database/failures.ts'
import { inTransaction, type Tx } from '../database/tx.ts'
import { cellsBehind } from '../national-scans.ts'

/** A fact with its number in its cell. */
export type NumberedFact = {
  readonly number: number
  readonly name: string
  readonly body: { readonly [key: string]: unknown }
  readonly at: Date
}

/** A projection 投影: a named fold over facts. `fold` runs in the transaction that remembers how far it came. */
export type Projection<Change> = {
  readonly name: string
  readonly fold: (tx: Tx, cell: number, facts: readonly NumberedFact[]) => Promise<Change>
}

const batchSize = 5_000

const lockConsumer = `insert into kernel.consumer (cell_id, name, number) values ($1, $2, 0)
  on conflict (cell_id, name) do update set number = consumer.number`
const nextFacts = `select number, name, body, at from kernel.fact
  where cell_id = $1 and number > (select number from kernel.consumer where cell_id = $1 and name = $2)
  order by number limit $3`
const advance = 'update kernel.consumer set number = $3 where cell_id = $1 and name = $2'

/**
 * Folds what is new in one cell: at least once delivered, applied exactly once, since the fold and its mark commit
 * together.
 *
 * @returns the fold's change and whether a next batch may be waiting, or undefined when nothing was new
 */
export async function foldCell<Change>(
  pool: Pool,
  projection: Projection<Change>,
  cell: number,
): Promise<{ readonly change: Change; readonly more: boolean } | undefined> {
  return inTransaction(pool, undefined, async (tx, line) => {
    tx.runWithNext(lockConsumer, [cell, projection.name])
    const facts = await tx.many<NumberedFact>(nextFacts, [cell, projection.name, batchSize])
    const last = facts.at(-1)
    if (!last) return undefined
    const change = await projection.fold(tx, cell, facts)
    await line.sendLast(advance, [cell, projection.name, last.number])
    return { change, more: facts.length === batchSize }
  })
}

/**
 * Folds what is new in every cell that a projection has fallen behind in, and hands each change on. A cell that fails is
 * told and left for the next round; the others go on.
 */
export async function foldAll<Change>(
  pool: Pool,
  projection: Projection<Change>,
  told: (cell: number, change: Change) => void,
  onMistake: (error: unknown, cell: number) => void,
): Promise<void> {
  const cells = await inTransaction(pool, undefined, (tx) => cellsBehind(tx, projection.name), 'read only')
  for (const cell of cells) {
    try {
      for (let more = true; more; ) {
        const folded = await foldCell(pool, projection, cell)
        more = folded?.more ?? false
        if (folded) told(cell, folded.change)
      }
    } catch (error) {
      if (serverIsAway(error)) throw error
      onMistake(error, cell)
    }
  }
}
