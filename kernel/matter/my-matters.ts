import type { Tx } from '../database/tx.ts'
import { asMatter, type Matter, matterColumns } from './matters.ts'

/** A person's matters in one cell, newest first; traces of those that went elsewhere are left out. */
export async function mattersIn(tx: Tx, cell: number, person: string): Promise<Matter[]> {
  const rows = await tx.many<Parameters<typeof asMatter>[0]>(
    `select ${matterColumns} from kernel.matter
     where cell_id = $1 and subject_id = $2 and moved_to_cell is null order by opened_at desc limit 50`,
    [cell, person],
  )
  return rows.map(asMatter)
}
