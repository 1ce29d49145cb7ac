import type { Tx } from '../database/tx.ts'

const lookedAtOnce = 20

/** Exports that have something to do, in whichever cell: a handful of rows stand there at any time. */
export async function dueExports(tx: Tx, now: Date): Promise<{ cell: number; id: string }[]> {
  return tx.many<{ cell: number; id: string }>(
    'select cell_id as cell, export_id as id from kernel.export_work where due_at <= $1 order by due_at limit $2',
    [now, lookedAtOnce],
  )
}
