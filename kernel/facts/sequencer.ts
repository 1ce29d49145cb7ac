import type { Pool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'
import { cellsWithWaitingFacts } from '../national-scans.ts'

const ensureLease = `insert into kernel.fact_lease (cell_id, next_number) values ($1, 1) on conflict (cell_id) do nothing`

const numberBatch = `
  with lease as (
    select next_number from kernel.fact_lease where cell_id = $1 for update
  ), taken as (
    delete from kernel.outbox where cell_id = $1
      and id in (select id from kernel.outbox where cell_id = $1 order by id limit $2)
    returning id, name, body, at
  ), numbered as (
    insert into kernel.fact (cell_id, number, id, name, body, at)
    select $1, lease.next_number + row_number() over (order by taken.id) - 1, taken.id, taken.name, taken.body, taken.at
    from taken, lease
    returning number
  )
  update kernel.fact_lease set next_number = next_number + (select count(*) from numbered) where cell_id = $1
  returning (select count(*) from numbered) as numbered`

const batchSize = 5_000

/**
 * Numbers the committed facts of one cell densely: whoever holds the cell's lease row numbers. What commits later gets a
 * later number whatever its id or time, so a consumer that resumes by number misses nothing.
 *
 * @returns how many facts got a number
 */
export async function numberFacts(pool: Pool, cell: number): Promise<number> {
  return inTransaction(pool, undefined, async (tx) => {
    tx.runWithNext(ensureLease, [cell])
    return (await tx.one<{ numbered: number }>(numberBatch, [cell, batchSize])).numbered
  })
}

/** Numbers what waits in every cell. Gives the cells that got new facts. */
export async function numberAllFacts(pool: Pool): Promise<number[]> {
  const cells = await inTransaction(pool, undefined, cellsWithWaitingFacts, 'read only')
  for (const cell of cells) {
    while ((await numberFacts(pool, cell)) === batchSize);
  }
  return cells
}
