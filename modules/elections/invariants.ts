import { type Breach, type Invariant, inEachRow } from '@gongqiao/kernel/verify/invariant.ts'
import { cellsWithElections } from './national-scans.ts'

/** A page of elections, as the statements below begin with it. */
const elections = `(select matter_id as id, kind, held_on, expected, present, decided_on, document_number
  from elections.election where cell_id = $1 and matter_id > $2 order by matter_id limit $3) e
  join kernel.matter m on m.cell_id = $1 and m.id = e.id`

const row = (cell: number, id: string) => `elections.election (${cell}, ${id})`

type Voted = { readonly id: string; readonly state: string; readonly contests: number; readonly voted: number }
const voted = `select e.id, m.state,
    (select count(*) from elections.contest c where c.cell_id = $1 and c.matter_id = e.id)::int as contests,
    (select count(distinct r.body) from elections.round r where r.cell_id = $1 and r.matter_id = e.id)::int as voted
  from ${elections} order by e.id`
const pastMeeting: ReadonlySet<string> = new Set(['counting', 'counted', 'reported', 'approved'])

/** Once the meeting was held there is a ballot for everything it elects. */
function ballotBreach({ id, state, contests, voted: ballots }: Voted, cell: number): Breach | undefined {
  return pastMeeting.has(state) && ballots < contests
    ? { row: row(cell, id), words: `has ${ballots} ballots for ${contests} contests` }
    : undefined
}

type Seated = { readonly id: string; readonly over: number; readonly strangers: number }
const seated = `select e.id,
    (select count(*) from (
      select c.body from elections.contest c join elections.elected w on w.cell_id = c.cell_id and w.matter_id = c.matter_id and w.body = c.body
      where c.cell_id = $1 and c.matter_id = e.id group by c.body, c.seats having count(*) > c.seats) as full_up)::int as over,
    (select count(*) from elections.elected w where w.cell_id = $1 and w.matter_id = e.id and not exists (
      select from elections.round r where r.cell_id = $1 and r.matter_id = e.id and r.body = w.body
        and w.candidate_id = any(r.candidates)) and not exists (
      select from elections.tally t where t.cell_id = $1 and t.matter_id = e.id and t.body = w.body
        and t.votes ? w.candidate_id::text))::int as strangers
  from ${elections} order by e.id`

/** Whoever is elected stood or was written in, and they are no more than there are seats (ELE-59). */
function seatBreach({ id, over, strangers }: Seated, cell: number): Breach | undefined {
  if (over > 0) return { row: row(cell, id), words: 'has more elected than seats' }
  return strangers > 0 ? { row: row(cell, id), words: 'has somebody elected for whom nobody could vote' } : undefined
}

type Approved = {
  readonly id: string
  readonly state: string
  readonly expected: number | null
  readonly present: number | null
  readonly document: string | null
}
const approved = `select e.id, m.state, e.expected, e.present, e.document_number as document from ${elections} order by e.id`

/** An approved election was held, and says by which document it was approved (ELE-40, ELE-50). */
function approvalBreach({ id, state, expected, present, document }: Approved, cell: number): Breach | undefined {
  if (state !== 'approved') return undefined
  if (expected === null || present === null) return { row: row(cell, id), words: 'is approved and was never held' }
  return document === null ? { row: row(cell, id), words: 'is approved by no document' } : undefined
}

/** What is true of every election at any moment. */
export const electionInvariants: readonly Invariant[] = [
  {
    name: 'elections.ballots',
    words: 'each contest of a meeting that was held has a ballot',
    check: inEachRow(cellsWithElections, voted, ballotBreach),
  },
  {
    name: 'elections.seats',
    words: 'whoever is elected stood or was written in, and they are no more than there are seats',
    check: inEachRow(cellsWithElections, seated, seatBreach),
  },
  {
    name: 'elections.approved',
    words: 'an approved election was held and names its document',
    check: inEachRow(cellsWithElections, approved, approvalBreach),
  },
]
