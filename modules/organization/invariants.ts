import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsWithMatters } from '@gongqiao/kernel/national-scans.ts'
import { type Breach, breachesListed, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { coverageInvariants } from './coverage/invariants.ts'
import { foundingInvariants } from './founding/invariants.ts'
import { lifeInvariants } from './life/invariants.ts'

type Answered = {
  readonly id: string
  readonly open: boolean
  readonly owned: boolean
  readonly clocked: boolean
  readonly there: boolean
}

const matters = `select m.id, m.ended_at is null as open, p.id is not null as owned,
    m.due_on is not null and exists (select from kernel.deadline_rule d where d.id = m.clock_rule) as clocked,
    coalesce(u.cell_id = $1 and u.path = m.path, false) as there
  from (select id, ended_at, host_unit_id, owner_post_id, due_on, clock_rule, path from kernel.matter
    where cell_id = $1 and id > $2 order by id limit $3) m
  left join organization.unit u on u.id = m.host_unit_id
  left join kernel.post p on p.id = coalesce(m.owner_post_id, u.desk_post_id)
  order by m.id`

/** Every open matter has somebody who answers for it, a clock by a known rule, and the place of its union. */
function matterBreach({ id, open, owned, clocked, there }: Answered, cell: number): Breach | undefined {
  if (!open || (owned && clocked && there)) return undefined
  const words = !owned ? 'has no owner' : clocked ? 'stands at another place than its union' : 'has no clock'
  return { row: `kernel.matter (${cell}, ${id})`, words }
}

const page = 5_000
const unitsOfPage = `
  select u.id, u.cell_id as cell, u.path, u.parent_id as parent, u.level, up.cell_id as "parentCell", up.path as "parentPath",
    u.children, (select count(*)::int from organization.unit c where c.parent_id = u.id and c.state <> 'closed') as below,
    (select array_agg(l.parent_id) from organization.parent_link l
      where l.unit_id = u.id and l.kind = 'LEADING' and l.valid_to is null and l.superseded_at is null) as led
  from organization.unit u left join organization.unit up on up.id = u.parent_id
  where (u.cell_id, u.path) > ($1, $2) order by u.cell_id, u.path limit $3`

type Placed = {
  readonly id: string
  readonly cell: number
  readonly path: string
  readonly parent: string | null
  readonly level: string
  readonly parentCell: number | null
  readonly parentPath: string | null
  readonly children: number
  readonly below: number
  readonly led: readonly string[] | null
}

/** What is wrong with one union's place in the tree, or undefined. */
function faultOf({
  cell,
  path,
  parent,
  level,
  parentCell,
  parentPath,
  children,
  below,
  led,
}: Placed): string | undefined {
  const leaders = led ?? []
  if (level === 'nation') return parent === null && leaders.length === 0 ? undefined : 'is the nation and has a parent'
  if (leaders.length !== 1) return `has ${leaders.length} leading parents`
  if (leaders[0] !== parent) return `stands under ${parent} and is led by ${leaders[0]}`
  if (path !== '' && (parentCell !== cell || parentPath !== path.slice(0, -3)))
    return 'has a path that does not lead to its parent'
  if (path === '' && parentCell === cell) return 'is the root of its cell and stands under a union of it'
  return children === below ? undefined : `says ${children} unions below and has ${below}`
}

/**
 * Exactly one leading parent and no loop (ORG-01): inside a cell a path that leads to the parent's is shorter each time,
 * so that only the roots of cells could lead in a ring.
 */
const treeCheck: Invariant['check'] = async ({ pool, signal, step, found }) => {
  const rootsParentCell = new Map<number, number | null>()
  let after = { cell: -1, path: '' }
  for (let pages = 1; ; pages++) {
    signal.throwIfAborted()
    const units = await inTransaction(
      pool,
      undefined,
      (tx) => tx.many<Placed>(unitsOfPage, [after.cell, after.path, page]),
      'read only',
    )
    const breaches: Breach[] = []
    for (const unit of units) {
      if (unit.path === '') rootsParentCell.set(unit.cell, unit.parentCell)
      const words = faultOf(unit)
      if (words !== undefined) breaches.push({ row: `organization.unit (${unit.id})`, words })
    }
    found({ checked: units.length, breaches: breaches.slice(0, breachesListed) })
    step(pages, pages)
    const last = units.at(-1)
    if (!last || units.length < page) break
    after = last
  }
  found({ checked: 0, breaches: ringsOf(rootsParentCell) })
}

/** Cells whose chain of roots never comes to the top. */
function ringsOf(parentOf: ReadonlyMap<number, number | null>): Breach[] {
  const breaches: Breach[] = []
  for (const cell of parentOf.keys()) {
    const seen = new Set<number>()
    let at: number | null | undefined = cell
    while (at !== null && at !== undefined && !seen.has(at)) {
      seen.add(at)
      at = parentOf.get(at)
    }
    if (at !== null)
      breaches.push({ row: `organization.unit (root of cell ${cell})`, words: 'is led in a ring, or by nobody' })
  }
  return breaches.slice(0, breachesListed)
}

type Found = { readonly id: string; readonly found: boolean }

/** Every union that is not closed is found by its name, at its own place; whatever changes a union writes that anew. */
const keyCheck: Invariant['check'] = async ({ pool, signal, step, found }) => {
  let after = '00000000-0000-0000-0000-000000000000'
  for (let pages = 1; ; pages++) {
    signal.throwIfAborted()
    const units = await inTransaction(
      pool,
      undefined,
      (tx) =>
        tx.many<Found>(
          `select u.id, case when u.state = 'closed' then k.unit_id is null
             else coalesce(k.cell_id = u.cell_id and k.path = u.path, false) end as found
           from (select id, cell_id, path, state from organization.unit where id > $1 order by id limit $2) u
           left join organization.unit_key k on k.unit_id = u.id and k.number = 0 order by u.id`,
          [after, page],
        ),
      'read only',
    )
    const breaches = units.flatMap(({ id, found: right }): Breach[] =>
      right ? [] : [{ row: `organization.unit (${id})`, words: 'is not found by its name where it stands' }],
    )
    found({ checked: units.length, breaches: breaches.slice(0, breachesListed) })
    step(pages, pages)
    after = units.at(-1)?.id ?? after
    if (units.length < page) break
  }
}

/** What holds of the tree and of who answers in it. */
export const organizationInvariants: readonly Invariant[] = [
  ...coverageInvariants,
  ...foundingInvariants,
  ...lifeInvariants,
  { name: 'organization.tree', words: 'every union has one leading parent and no loop', check: treeCheck },
  { name: 'organization.unit_key', words: 'every union is found by its names', check: keyCheck },
  {
    name: 'organization.matter_has_owner',
    words: 'every open matter has an owner and a clock',
    check: inEachRow<Answered>(cellsWithMatters, matters, matterBreach),
  },
]
