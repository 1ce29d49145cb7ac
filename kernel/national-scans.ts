import type { Tx } from './database/tx.ts'

/*
 * The kernel's statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** Which cells have facts without a number. The outbox is empty but for the last moments, so the scan is short. */
export async function cellsWithWaitingFacts(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>('select distinct cell_id as cell from kernel.outbox order by cell_id')
  return rows.map((row) => row.cell)
}

/** Which cells a consumer has fallen behind in: one small row a cell. */
export async function cellsBehind(tx: Tx, consumer: string): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(
    `select lease.cell_id as cell from kernel.fact_lease lease
     left join kernel.consumer on consumer.cell_id = lease.cell_id and consumer.name = $1
     where lease.next_number - 1 > coalesce(consumer.number, 0)
     order by lease.cell_id`,
    [consumer],
  )
  return rows.map((row) => row.cell)
}

/** How long the oldest fact has waited for its number, in milliseconds; 0 when none waits. */
export async function waitingMs(tx: Tx, now: Date): Promise<number> {
  const row = await tx.one<{ since: Date | null }>('select min(at) as since from kernel.outbox')
  return row.since ? Math.max(0, now.getTime() - row.since.getTime()) : 0
}

/** The cells something ever happened in: whoever has work in every cell walks them, one statement a cell. */
export async function cellsWithFacts(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(
    'select cell_id as cell from kernel.fact_lease union select cell_id from kernel.outbox order by cell',
  )
  return rows.map((row) => row.cell)
}

/** A statement that names the cells of a table whose key begins with the cell. Walks the key from cell to cell, not over its rows. */
export function cellsOfTable(table: string): string {
  return `with recursive found as (
       select min(cell_id) as cell from ${table}
       union all
       select (select min(t.cell_id) from ${table} t where t.cell_id > found.cell) from found where found.cell is not null
     )
     select cell from found where cell is not null order by cell`
}

/** The cells that keep answers to requests: old ones are let go of cell by cell. */
export async function cellsWithAnswers(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('kernel.idempotency'))
  return rows.map((row) => row.cell)
}

/** The cells that hold matters, as far as the scope goes: each is checked by itself. */
export async function cellsWithMatters(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('kernel.matter'))
  return rows.map((row) => row.cell)
}

/** An import that has something to do. */
export type ImportWork = { readonly cell: number; readonly id: string; readonly tries: number }

/**
 * Takes the import that has waited longest and that no living process has: the table holds only what is to be done now,
 * a few rows for the whole network.
 */
export async function claimImportWork(
  tx: Tx,
  { worker, now, leaseMs }: { readonly worker: string; readonly now: Date; readonly leaseMs: number },
): Promise<ImportWork[]> {
  return tx.many<ImportWork>(
    `update kernel.import_work w set worker = $1, lease_until = $2 from (
       select cell_id, import_id from kernel.import_work where lease_until is null or lease_until < $3
       order by queued_at, import_id limit 1 for update skip locked
     ) next where w.cell_id = next.cell_id and w.import_id = next.import_id
     returning w.cell_id as cell, w.import_id as id, w.tries`,
    [worker, new Date(now.getTime() + leaseMs), now],
  )
}

/** The cells that hold imports, as far as the scope goes: what has had its time is let go of cell by cell. */
export async function cellsWithImports(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('kernel.import'))
  return rows.map((row) => row.cell)
}

/**
 * Looks into every cell of a range in which a matter is open, in their order: whose queue spans many counties reads of each
 * what one index tells. Walks the index from cell to cell, not over its rows.
 *
 * @param look selects from the cell `found.cell`; its values are bound from `$3` on
 */
export async function inCellsWithOpenMatters<Row>(
  tx: Tx,
  range: { readonly cellLo: number; readonly cellHi: number },
  look: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const next = (after: string) =>
    `select m.cell_id from kernel.matter m where m.cell_id ${after} and m.cell_id <= $2 and m.ended_at is null order by m.cell_id limit 1`
  return tx.many<Row>(
    `with recursive found as (
       (select m.cell_id as cell from (${next('>= $1')}) m)
       union all
       select (${next('> found.cell')}) from found where found.cell is not null
     )
     select found.cell, look.* from found cross join lateral (${look}) look where found.cell is not null order by found.cell`,
    [range.cellLo, range.cellHi, ...values],
  )
}

/** A matter that went from cell to cell: the row that lives, or one of its traces. */
export type MovedRow = {
  readonly cell: number
  readonly id: string
  readonly movedTo: number | null
  readonly open: boolean
}

/** The rows of matters that went from one cell to another, matter by matter: a partial index holds them, and they are few. */
export async function movedMatters(tx: Tx): Promise<MovedRow[]> {
  return tx.many<MovedRow>(
    `select cell_id as cell, id, moved_to_cell as "movedTo", ended_at is null as open from kernel.matter
     where moved_to_cell is not null or moved_from_cell is not null order by id, cell_id`,
  )
}
