import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import {
  type Breach,
  breachesListed,
  type Finding,
  type Invariant,
  inEachCell,
} from '@gongqiao/kernel/verify/invariant.ts'
import { cellsWithMembers } from './national-scans.ts'

const row = (cell: number, id: string) => `membership.membership (${cell}, ${id})`

async function countOf(tx: Tx, cell: number, condition: string): Promise<number> {
  const { rows } = await tx.one<{ rows: number }>(
    `select count(*) as rows from membership.membership where cell_id = $1 and ${condition}`,
    [cell],
  )
  return rows
}

const confirmed = `status in ('active', 'retained')`

/** Each confirmed member's number leads to them and to nobody else (MEM-13). */
async function numbersOf(tx: Tx, cell: number): Promise<Finding> {
  const rows = await tx.many<{ id: string; other: boolean }>(
    `select m.id, d.digest is not null as other from membership.membership m
     join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id
     left join people.identity_directory d on d.digest = p.identity_digest
     where m.cell_id = $1 and m.${confirmed} and (d.cell_id, d.person_id) is distinct from (m.cell_id, m.person_id)
     order by m.id limit $2`,
    [cell, breachesListed],
  )
  const breaches = rows.map(({ id, other }) => ({
    row: row(cell, id),
    words: other ? 'has a number that leads to another member' : 'has a number that leads to nobody',
  }))
  return { checked: await countOf(tx, cell, confirmed), breaches }
}

const page = 2_000
type Entry = { readonly digest: Buffer; readonly cell: number; readonly person: string }

/** Each number that is held leads to a confirmed member: nobody's place is kept by an entry that was left behind. */
const everyNumberLeadsToAMember: Invariant['check'] = async ({ pool, signal, step, found }) => {
  let after: Buffer = Buffer.alloc(0)
  for (let pages = 1; ; pages++) {
    signal.throwIfAborted()
    const entries = await inTransaction(
      pool,
      undefined,
      (tx) =>
        tx.many<Entry>(
          `select digest, cell_id as cell, person_id as person from people.identity_directory
           where digest > $1 order by digest limit $2`,
          [after, page],
        ),
      'read only',
    )
    const breaches: Breach[] = []
    for (const [cell, some] of Map.groupBy(entries, (entry) => entry.cell)) {
      const left = await readCell(pool, cell, (tx) => withoutMembership(tx, cell, some))
      breaches.push(
        ...left.map((person) => ({
          row: `people.identity_directory (cell ${cell}, person ${person})`,
          words: 'holds a number for somebody who is no member',
        })),
      )
    }
    found({ checked: entries.length, breaches })
    step(pages, pages)
    const last = entries.at(-1)
    if (!last || entries.length < page) return
    after = last.digest
  }
}

async function withoutMembership(tx: Tx, cell: number, entries: readonly Entry[]): Promise<string[]> {
  const rows = await tx.many<{ person: string }>(
    `select t.person from unnest($2::uuid[], $3::bytea[]) as t (person, digest)
     where not exists (select from membership.membership m where m.cell_id = $1 and m.person_id = t.person and m.${confirmed})
       -- Read again: a member may have left since the page was read.
       and exists (select from people.identity_directory d where d.digest = t.digest and d.cell_id = $1 and d.person_id = t.person)
     order by t.person`,
    [cell, entries.map((entry) => entry.person), entries.map((entry) => entry.digest)],
  )
  return rows.map(({ person }) => person)
}

/** The lines of a history add up to what the roll row says. */
async function historiesOf(tx: Tx, cell: number): Promise<Finding> {
  const rows = await tx.many<{ id: string; status: string; lines: number; open: number; said: string | null }>(
    `with told as (
       select membership_id, count(*) as lines, max(number) as last,
         count(*) filter (where valid_to is null and superseded_at is null) as open
       from membership.membership_history where cell_id = $1 group by membership_id
     )
     select m.id, m.status, coalesce(told.lines, 0) as lines, coalesce(told.open, 0) as open, h.status as said
     from membership.membership m
     left join told on told.membership_id = m.id
     left join membership.membership_history h on h.cell_id = $1 and h.membership_id = m.id and h.valid_to is null and h.superseded_at is null
     where m.cell_id = $1 and (told.last is distinct from told.lines or coalesce(told.open, 0) <> (m.status <> 'ended')::int
       or (m.status <> 'ended' and (h.status, h.unit_id, h.path) is distinct from (m.status, m.unit_id, m.path)))
     order by m.id limit $2`,
    [cell, breachesListed],
  )
  const breaches = rows.map(({ id, status, lines, open, said }) => ({
    row: row(cell, id),
    words: `is ${status}; its history has ${lines} lines, ${open} of them open, and says ${said ?? 'nothing'}`,
  }))
  return { checked: await countOf(tx, cell, 'true'), breaches }
}

/** Whoever belongs to a union stands at its place. */
async function placesOf(tx: Tx, cell: number): Promise<Finding> {
  const rows = await tx.many<{ id: string; unit: string }>(
    `select m.id, m.unit_id as unit from membership.membership m join organization.open_unit u on u.id = m.unit_id
     where m.cell_id = $1 and m.status <> 'ended' and (u.cell_id, u.path) <> (m.cell_id, m.path) order by m.id limit $2`,
    [cell, breachesListed],
  )
  const breaches = rows.map(({ id, unit }) => ({
    row: row(cell, id),
    words: `stands at another place than its unit ${unit}`,
  }))
  return { checked: await countOf(tx, cell, `status <> 'ended'`), breaches }
}

/** What holds of the roll. */
export const membershipInvariants: readonly Invariant[] = [
  {
    name: 'membership.one_membership',
    words: 'every confirmed member has one open membership in the whole network',
    check: inEachCell(cellsWithMembers, numbersOf),
  },
  {
    name: 'membership.number_leads_to_member',
    words: 'every number that is held belongs to a confirmed member',
    check: everyNumberLeadsToAMember,
  },
  {
    name: 'membership.history',
    words: 'the history of a membership leads to its state',
    check: inEachCell(cellsWithMembers, historiesOf),
  },
  {
    name: 'membership.place',
    words: 'a member stands at the place of their union',
    check: inEachCell(cellsWithMembers, placesOf),
  },
]
