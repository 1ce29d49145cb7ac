import { type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { cellsWithMembers } from '../national-scans.ts'

type Half = { readonly id: string; readonly open: boolean; readonly spine: boolean }

/** The rows of one side with their matters, a page at a time. */
const halves = (table: string) => `select t.matter_id as id, t.ended_at is null as open, m.ended_at is null as spine
  from (select cell_id, matter_id, ended_at from ${table} where cell_id = $1 and matter_id > $2 order by matter_id limit $3) t
  join kernel.matter m on m.cell_id = t.cell_id and m.id = t.matter_id order by t.matter_id`

/** What is kept of a transfer ends together with its matter. */
function breachIn(table: string) {
  return ({ id, open, spine }: Half, cell: number) =>
    open === spine
      ? undefined
      : {
          row: `${table} (${cell}, ${id})`,
          words: `is ${open ? 'open' : 'over'}; its matter is ${spine ? 'open' : 'over'}`,
        }
}

const sides = { transfer: 'membership.transfer', incoming: 'membership.incoming' } as const

/** What holds of transfers. */
export const transferInvariants: readonly Invariant[] = [
  {
    name: 'membership.transfer',
    words: 'a transfer ends together with its matter at the union the member leaves',
    check: inEachRow<Half>(cellsWithMembers, halves(sides.transfer), breachIn(sides.transfer)),
  },
  {
    name: 'membership.incoming',
    words: 'a transfer ends together with its matter at the union the member comes to',
    check: inEachRow<Half>(cellsWithMembers, halves(sides.incoming), breachIn(sides.incoming)),
  },
]
