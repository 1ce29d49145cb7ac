import { inTransaction, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { readCell } from '@gongqiao/kernel/jobs/read-cell.ts'
import { type Breach, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { lifeInvariant } from './life/invariant.ts'
import { cellsWithMembers } from './national-scans.ts'
import { shortCodeInvariant } from './short-code-invariant.ts'
import { transferInvariants } from './transfer/invariants.ts'

const row = (cell: number, id: string) => `membership.membership (${cell}, ${id})`

/** A page of the roll, as the statements below begin with it. */
const members = `(select id, person_id, unit_id, path, status from membership.membership
  where cell_id = $1 and id > $2 order by id limit $3) m`
const isMember = ({ status }: { readonly status: string }) => status === 'active' || status === 'retained'

type Numbered = {
  readonly id: string
  readonly status: string
  readonly held: boolean
  readonly own: boolean
}

const numbers = `select m.id, m.status, d.digest is not null as held,
    coalesce(d.cell_id = $1 and d.person_id = m.person_id, false) as own
  from ${members}
  join people.open_person p on p.cell_id = $1 and p.id = m.person_id
  left join people.identity_directory d on d.digest = p.identity_digest
  order by m.id`

/** Each confirmed member's number leads to them and to nobody else (MEM-13). */
function numberBreach(member: Numbered, cell: number): Breach | undefined {
  if (!isMember(member) || member.own) return undefined
  const words = member.held ? 'has a number that leads to another member' : 'has a number that leads to nobody'
  return { row: row(cell, member.id), words }
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
     where not exists (select from membership.membership m where m.cell_id = $1 and m.person_id = t.person and m.status in ('active', 'retained'))
       -- Read again: a member may have left since the page was read.
       and exists (select from people.identity_directory d where d.digest = t.digest and d.cell_id = $1 and d.person_id = t.person)
     order by t.person`,
    [cell, entries.map((entry) => entry.person), entries.map((entry) => entry.digest)],
  )
  return rows.map(({ person }) => person)
}

type Told = {
  readonly id: string
  readonly status: string
  readonly lines: number
  readonly last: number
  readonly open: number
  readonly said: string | null
  readonly same: boolean
}

const histories = `select m.id, m.status, told.lines, told.last, told.open, h.status as said,
    coalesce((h.status, h.unit_id, h.path) = (m.status, m.unit_id, m.path), false) as same
  from ${members}
  cross join lateral (
    select count(*)::int as lines, coalesce(max(number), 0) as last,
      (count(*) filter (where valid_to is null and superseded_at is null))::int as open
    from membership.membership_history l where l.cell_id = $1 and l.membership_id = m.id
  ) told
  left join lateral (
    select status, unit_id, path from membership.membership_history l
    where l.cell_id = $1 and l.membership_id = m.id and valid_to is null and superseded_at is null
    order by number desc limit 1
  ) h on true
  order by m.id`

/** The lines of a history lead to what the roll row says; whoever has left has no open line. */
function historyBreach({ id, status, lines, last, open, said, same }: Told, cell: number): Breach | undefined {
  const fits = lines > 0 && lines === last && (status === 'ended' ? open === 0 : open === 1 && same)
  if (fits) return undefined
  const words = `is ${status}; its history has ${lines} lines, ${open} of them open, and says ${said ?? 'nothing'}`
  return { row: row(cell, id), words }
}

type Placed = { readonly id: string; readonly status: string; readonly unit: string; readonly there: boolean }

const places = `select m.id, m.status, m.unit_id as unit, coalesce(u.cell_id = $1 and u.path = m.path and u.state <> 'closed', false) as there
  from ${members} left join organization.open_unit u on u.id = m.unit_id order by m.id`

/** Whoever belongs to a union stands at its place. */
function placeBreach({ id, status, unit, there }: Placed, cell: number): Breach | undefined {
  return there || status === 'ended'
    ? undefined
    : { row: row(cell, id), words: `stands at another place than its unit ${unit}` }
}

type Named = { readonly id: string; readonly status: string; readonly named: boolean }

const rosters = `select m.id, m.status, exists (select from membership.listed_directory l
    where l.digest = p.identity_digest and l.cell_id = $1 and l.membership_id = m.id) as named
  from ${members}
  join people.open_person p on p.cell_id = $1 and p.id = m.person_id
  order by m.id`

/** Whom a roster names is found by their number until they have answered, and not a moment longer. */
function rosterBreach({ id, status, named }: Named, cell: number): Breach | undefined {
  if ((status === 'listed') === named) return undefined
  const words = named ? 'is still found as somebody a roster names' : 'is listed and cannot be found by their number'
  return { row: row(cell, id), words: `is ${status}; ${words}` }
}

type Sought = { readonly id: string; readonly kept: readonly string[]; readonly due: readonly string[] }

const tokens = `select m.id, array(select n.token from membership.name_tokens(o.name_bigrams) as n (token)
      where m.status <> 'ended' order by 1) as due,
    array(select n.token from membership.name_token n where n.cell_id = $1 and n.membership_id = m.id and n.path = m.path
      and n.token = any(array(select membership.name_tokens(o.name_bigrams))) order by 1) as kept
  from ${members} join membership.membership o on o.cell_id = $1 and o.id = m.id
  order by m.id`

/** Whoever is on the roll is found by their name; whoever has left is not. */
function tokenBreach({ id, kept, due }: Sought, cell: number): Breach | undefined {
  return kept.join() === due.join() ? undefined : { row: row(cell, id), words: 'is not found by the name it has' }
}

/** What holds of the roll. */
export const membershipInvariants: readonly Invariant[] = [
  {
    name: 'membership.one_membership',
    words: 'every member has one open membership in the whole network',
    check: inEachRow<Numbered>(cellsWithMembers, numbers, numberBreach),
  },
  {
    name: 'membership.number_leads_to_member',
    words: 'every number that is held belongs to a confirmed member',
    check: everyNumberLeadsToAMember,
  },
  {
    name: 'membership.listed',
    words: 'whoever a roster names waits for their own word, and nobody else does',
    check: inEachRow<Named>(cellsWithMembers, rosters, rosterBreach),
  },
  {
    name: 'membership.history',
    words: 'the history of a membership leads to its state',
    check: inEachRow<Told>(cellsWithMembers, histories, historyBreach),
  },
  {
    name: 'membership.place',
    words: 'a member stands at the place of their union',
    check: inEachRow<Placed>(cellsWithMembers, places, placeBreach),
  },
  {
    name: 'membership.name_search',
    words: 'whoever is on the roll is found by their name, whoever has left is not',
    check: inEachRow<Sought>(cellsWithMembers, tokens, tokenBreach),
  },
  shortCodeInvariant,
  lifeInvariant,
  ...transferInvariants,
]
