import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { ParameterKey, ParameterRow } from './parameter-keys.ts'

/** A change of a parameter as it is kept. */
export type ParameterChangeRow = {
  readonly id: string
  readonly at: Date
  readonly by: string | null
  readonly key: ParameterKey
  readonly region: string
  readonly from: string
  readonly source: string
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
}

const columns = `id, at, by_words as by, key, region, from_day as "from", source, undone_at as "undoneAt", undone_by as "undoneBy"`

/** The newest changes, newest first. */
export function newestParameterChanges(tx: Tx, limit: number): Promise<ParameterChangeRow[]> {
  return tx.many<ParameterChangeRow>(`select ${columns} from elections.parameter_change order by id desc limit $1`, [
    limit,
  ])
}

/** One change that can be undone. Refuses `kernel.absent`, `elections.parameter_undone`. */
export async function undoableParameterChange(tx: Tx, id: string, lock: boolean): Promise<ParameterChangeRow> {
  const row = await tx.maybe<ParameterChangeRow>(
    `select ${columns} from elections.parameter_change where id = $1${lock ? ' for update' : ''}`,
    [id],
  )
  if (!row) throw new Refusal('kernel.absent')
  if (row.undoneAt !== null) throw new Refusal('elections.parameter_undone')
  return row
}

/** The versions without the one a change made; of one that holds already what it was until yesterday stays. */
export function withoutChange<R extends ParameterRow>(
  rows: readonly R[],
  { key, region, from }: Pick<ParameterChangeRow, 'key' | 'region' | 'from'>,
  yesterday: string,
): R[] {
  return rows.flatMap((row) => {
    if (row.key !== key || row.region !== region || row.from !== from) return [row]
    return from > yesterday ? [] : [{ ...row, to: yesterday }]
  })
}
