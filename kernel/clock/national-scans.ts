import type { Tx } from '../database/tx.ts'
import { boundsOf, type TouchedClocks } from './touched.ts'

/** Clocks of open matters that run alike: nobody is named, they are only counted. */
export type AlikeClocks = {
  readonly cell: number
  readonly kind: string
  readonly rule: string
  readonly from: string
  readonly clockCell: number | null
  readonly due: string
  readonly provisional: boolean
  readonly pauses: readonly { readonly from: string; readonly to: string; readonly reason?: string }[]
  readonly extensions: readonly number[]
  readonly matters: number
}

/**
 * The clocks a change would touch, in the cells of a place and inside the scope, alike ones together: so that an officer
 * sees what moves before it is changed. Asked by hand, a few times a year.
 */
export function touchedClocks(
  tx: Tx,
  [lo, hi]: readonly [number, number],
  touched: TouchedClocks,
  limit: number,
): Promise<AlikeClocks[]> {
  return tx.many<AlikeClocks>(
    `select cell_id as cell, kind, clock_rule as rule, clock_from as "from", clock_cell as "clockCell", due_on as due, due_provisional as provisional, pauses,
       extensions, count(*)::int as matters
     from kernel.matter
     where cell_id between $1 and $2 and ended_at is null and paused_from is null
       and ($3::text is null or (clock_rule = $3 and clock_from >= $4))
       and ($5::date is null or due_provisional or (clock_from <= $6::date and due_on >= $5::date))
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9 order by 1, 2, 3, 4 limit $7`,
    [lo, hi, touched.rule ?? null, touched.from ?? null, ...boundsOf(touched), limit],
  )
}
