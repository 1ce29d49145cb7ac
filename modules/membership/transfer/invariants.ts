import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import {
  type Breach,
  breachesListed,
  type Invariant,
  inEachRow,
  readNetwork,
} from '@gongqiao/kernel/verify/invariant.ts'
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

type Ground = {
  readonly id: string
  readonly status: string | null
  readonly held: boolean
  readonly from: string | null
  readonly to: string | null
}

/** Each open transfer with the membership it is of and the two unions it is between. */
const grounds = `select t.matter_id as id, m.status, coalesce(m.unit_id = t.from_unit_id, false) as held, f.state as "from", u.state as "to"
  from (select matter_id, membership_id, from_unit_id, to_unit_id from membership.transfer
    where cell_id = $1 and matter_id > $2 and ended_at is null order by matter_id limit $3) t
  left join membership.membership m on m.cell_id = $1 and m.id = t.membership_id
  left join organization.unit f on f.id = t.from_unit_id left join organization.unit u on u.id = t.to_unit_id
  order by t.matter_id`

/** Whoever is on the way is a member of a union that is there, and on the way to one that is. */
function groundBreach({ id, status, held, from, to }: Ground, cell: number): Breach | undefined {
  const goes = (state: string | null) => state !== null && state !== 'closed'
  const isMember = status === 'active' || status === 'retained'
  const words = !isMember
    ? `is open and its membership is ${status ?? 'not there'}`
    : !held
      ? 'is open and leaves a union that does not hold the membership'
      : !goes(from) || !goes(to)
        ? `is open and the union ${goes(from) ? 'it leads to' : 'it leaves'} is no more`
        : undefined
  return words === undefined ? undefined : { row: `membership.transfer (${cell}, ${id})`, words }
}

const sides = { transfer: 'membership.transfer', incoming: 'membership.incoming' } as const

type Coming = { readonly id: string; readonly transfer: string; readonly fromCell: number }
const comingPage = 2_000

/** Each open incoming side leads to an open transfer that leads back to it, whichever cell that is in now. */
const sidesLeadToEachOther: Invariant['check'] = async ({ pool, signal, step, found }) => {
  const cells = await readNetwork(pool, cellsWithMembers)
  for (const [index, cell] of cells.entries()) {
    for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined; ) {
      signal.throwIfAborted()
      const values: readonly unknown[] = [cell, after, comingPage]
      const open: Coming[] = await readCell(pool, cell, (tx) => tx.many<Coming>(comingOpen, values))
      const breaches: Breach[] = []
      for (const [from, some] of Map.groupBy(open, ({ fromCell }) => fromCell)) {
        const there = await readCell(pool, from, (tx) => leadingBack(tx, from, cell, some))
        for (const { id } of some.filter((one) => !there.has(one.id)))
          breaches.push({
            row: `${sides.incoming} (${cell}, ${id})`,
            words: 'is open, and no open transfer leads to it',
          })
      }
      found({ checked: open.length, breaches: breaches.slice(0, breachesListed) })
      after = open.length === comingPage ? open.at(-1)?.id : undefined
    }
    step(index + 1, cells.length)
  }
}
const comingOpen = `select i.matter_id as id, i.transfer_id as transfer, i.from_cell as "fromCell" from membership.incoming i
  where i.cell_id = $1 and i.matter_id > $2 and i.ended_at is null order by i.matter_id limit $3`

async function leadingBack(tx: Tx, from: number, cell: number, some: readonly Coming[]): Promise<ReadonlySet<string>> {
  const rows = await tx.many<{ id: string }>(
    `select t.incoming_id as id from membership.transfer t
     where t.cell_id = $1 and t.matter_id = any($2::uuid[]) and t.to_cell = $3 and t.ended_at is null`,
    [from, some.map(({ transfer }) => transfer), cell],
  )
  return new Set(rows.map(({ id }) => id))
}

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
  {
    name: 'membership.transfer_ground',
    words: 'an open transfer is of somebody who is a member, between two unions that are there',
    check: inEachRow<Ground>(cellsWithMembers, grounds, groundBreach),
  },
  {
    name: 'membership.transfer_pair',
    words: 'the two sides of an open transfer lead to each other',
    check: sidesLeadToEachOther,
  },
]
