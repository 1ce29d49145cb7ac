import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsWithMatters } from '@gongqiao/kernel/national-scans.ts'
import { type Breach, breachesListed, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'

type Closed = { readonly id: string; readonly goesOn: boolean; readonly left: boolean; readonly below: boolean }

const page = 5_000
const closedUnits = `
  select u.id, u.successor_id is null or s.state <> 'closed' as "goesOn",
    exists (select from kernel.post p join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
      where p.unit_id = u.id) as left,
    exists (select from organization.unit c where c.parent_id = u.id and c.state <> 'closed') as below
  from (select id, successor_id from organization.unit where state = 'closed' and id > $1 order by id limit $2) u
  left join organization.unit s on s.id = u.successor_id order by u.id`

/** A union that is closed goes on as one that is not, nobody works for it, and none stands below it. */
const closedCheck: Invariant['check'] = async ({ pool, signal, step, found }) => {
  let after = '00000000-0000-0000-0000-000000000000'
  for (let pages = 1; ; pages++) {
    signal.throwIfAborted()
    const units = await inTransaction(pool, undefined, (tx) => tx.many<Closed>(closedUnits, [after, page]), 'read only')
    const breaches = units.flatMap(({ id, goesOn, left, below }): Breach[] => {
      const words = !goesOn
        ? 'is closed and goes on as a union that is closed too'
        : left
          ? 'is closed and somebody still works for it'
          : 'is closed and a union still stands below it'
      return goesOn && !left && !below ? [] : [{ row: `organization.unit (${id})`, words }]
    })
    found({ checked: units.length, breaches: breaches.slice(0, breachesListed) })
    step(pages, pages)
    const last = units.at(-1)
    if (!last || units.length < page) return
    after = last.id
  }
}

type Sitting = { readonly id: string; readonly open: boolean; readonly there: boolean; readonly works: boolean }

const officers = `select o.id, o.valid_to is null as open, coalesce(u.cell_id = $1 and u.path = o.path, false) as there,
    u.state <> 'closed' as works
  from (select id, unit_id, path, valid_to from organization.officer where cell_id = $1 and superseded_at is null and id > $2
    order by id limit $3) o
  left join organization.unit u on u.id = o.unit_id order by o.id`

/** Whoever sits in a union stands at its place, and nobody sits in one that is closed. */
function officerBreach({ id, open, there, works }: Sitting, cell: number): Breach | undefined {
  if (there && (works || !open)) return undefined
  const words = there ? 'sits in a union that is closed' : 'stands at another place than their union'
  return { row: `organization.officer (${cell}, ${id})`, words }
}

/** What holds of what became of unions, and of who sits in them. */
export const lifeInvariants: readonly Invariant[] = [
  {
    name: 'organization.closed_unit',
    words: 'a union that is closed goes on as one that is not, and leaves nobody behind',
    check: closedCheck,
  },
  {
    name: 'organization.officer_in_place',
    words: 'whoever sits in a union stands at its place',
    check: inEachRow<Sitting>(cellsWithMatters, officers, officerBreach),
  },
]
