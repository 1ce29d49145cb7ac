import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import type { MembershipStatus, RollRow } from './contract.ts'
import type { NameMatch, Sought } from './name-search.ts'
import { cellsToWalk, cellsWithSought } from './national-scans.ts'
import { beforeAll, type RollCursor } from './roll-cursor.ts'
import { type FoundRow, foundColumns, type Standing, standings } from './roll-row.ts'

/** What people who are shown have in common. */
export type PeopleFilter = {
  readonly status: MembershipStatus | null
  readonly stand: Standing
  readonly sex: RollRow['sex'] | null
  /** Born later than the first day, and no later than the second. */
  readonly bornAfter: string | null
  readonly bornBy: string | null
  readonly sinceFrom: string | null
  readonly sinceTo: string | null
}

/** A page of people, in the order of their places, and where the next one begins. */
export type PeoplePart = {
  readonly found: readonly { readonly cell: number; readonly row: FoundRow }[]
  readonly next: RollCursor | null
  /** The page is not full because enough was looked through for one answer. */
  readonly unfinished: boolean
}

/** How many people one answer looks through at most, and how many cells it opens one by one. */
export type SearchLimits = { readonly looks: number; readonly opens: number }
const searchLimits: SearchLimits = { looks: 20_000, opens: 200 }
const firstStretch = 200

/**
 * People of a range who are sought and pass a filter. Cells are walked in their order; where something is sought the
 * cells that have it are asked for first, hundreds in one statement.
 */
export async function findPeople(
  tx: Tx,
  range: PlaceRange,
  sought: Sought | null,
  filter: PeopleFilter,
  after: RollCursor,
  pageSize: number,
  { looks, opens } = searchLimits,
): Promise<PeoplePart> {
  const found: { cell: number; row: FoundRow }[] = []
  let [left, opened] = [looks, 0]
  let from = Math.max(after.cell, range.cellLo)
  for (;;) {
    const cells = await cellsToWalk(tx, range, from)
    const last = cells.at(-1)
    if (last === undefined) return { found, next: null, unfinished: false }
    const having = sought && cells.length > 1 ? await cellsWithSought(tx, cells, range, sought) : cells
    for (const cell of having) {
      if (left <= 0 || opened >= opens) {
        return { found, next: { ...beforeAll, cell }, unfinished: true }
      }
      opened++
      const start = cell === after.cell ? after : { ...beforeAll, cell }
      const part = await partOfCell(tx, cell, range, sought, filter, start, pageSize + 1 - found.length, left)
      found.push(...part.rows.map((row) => ({ cell, row })))
      left -= part.looked
      if (found.length > pageSize) {
        const shown = found.slice(0, pageSize)
        return { found: shown, next: cursorAt(shown.at(-1)), unfinished: false }
      }
      if (part.stoppedAt) return { found, next: { ...beforeAll, ...part.stoppedAt, cell }, unfinished: true }
    }
    if (range.cellLo === range.cellHi) return { found, next: null, unfinished: false }
    from = last + 1
  }
}

function cursorAt(last: { readonly cell: number; readonly row: FoundRow } | undefined): RollCursor {
  if (!last) throw new Error('a full page has a last row')
  return { cell: last.cell, path: last.row.path, id: last.row.id, by: '' }
}

type Stop = { readonly path: string; readonly id: string }
type CellPart = { readonly rows: readonly FoundRow[]; readonly looked: number; readonly stoppedAt: Stop | undefined }

/** Looks through candidates of one cell in ever longer stretches, until so many are found or enough were looked at. */
async function partOfCell(
  tx: Tx,
  cell: number,
  range: PlaceRange,
  sought: Sought | null,
  filter: PeopleFilter,
  after: RollCursor,
  wanted: number,
  left: number,
): Promise<CellPart> {
  const { statement, values, everybody } = statementOf(sought, filter)
  const rows: FoundRow[] = []
  let looked = 0
  let from: Stop = after
  for (let stretch = everybody ? wanted : Math.max(wanted, firstStretch); ; stretch *= 10) {
    const most = Math.min(stretch, left - looked)
    const asked = wanted - rows.length
    const answers = await tx.many<Partial<FoundRow> & { seen: number; lastPath: string | null; lastId: string | null }>(
      statement,
      [cell, range.pathLo, range.pathHi, from.path, from.id, most, asked, ...values],
    )
    const [first] = answers
    rows.push(...answers.flatMap((row) => (row.id === null ? [] : [asFound(row)])))
    if (!first || first.lastPath === null || first.lastId === null) return { rows, looked, stoppedAt: undefined }
    looked += first.seen
    from = { path: first.lastPath, id: first.lastId }
    if (rows.length >= wanted || first.seen < most) return { rows, looked, stoppedAt: undefined }
    if (looked >= left) return { rows, looked, stoppedAt: from }
  }
}

/** Safe because a row of the answer has all columns of a found one or none. */
function asFound(row: Partial<FoundRow>): FoundRow {
  return row as FoundRow
}

const inPlace = (t: string, id: string) =>
  `${t}.cell_id = $1 and ${t}.path >= $2 and ${t}.path < $3 and (${t}.path, ${id}) > ($4, $5::uuid)`
const plain = `translate(lower(m.name), '· ''’.-', '')`
const matches: { readonly [match in NameMatch]: (sought: string) => string } = {
  inside: (sought) => `position(${sought} in ${plain}) > 0`,
  begins: (sought) => `starts_with(${plain}, ${sought})`,
  whole: (sought) => `${plain} = ${sought}`,
}

/** Who may be meant, by path and id, whether they already fit what narrows, and what of them must hold besides. */
function candidatesOf(
  sought: Sought | null,
  narrows: string,
): { candidates: string; holds: string; values: readonly unknown[] } {
  if (sought === null) {
    const candidates = `select m.path, m.id, (${narrows}) as fits from membership.membership m
      where ${inPlace('m', 'm.id')} and m.status <> 'ended'`
    return { candidates, holds: 'true', values: [] }
  }
  if (sought.by === 'number') {
    const candidates = `select m.path, m.id, true as fits from (
        select p.id from people.open_person p where p.cell_id = $1 and p.identity_digest = any($14::bytea[])
        union
        select p.id from people.open_person p where p.cell_id = $1 and p.phone_digest = any($15::bytea[])
      ) p join membership.membership m on m.person_id = p.id where ${inPlace('m', 'm.id')}`
    return { candidates, holds: 'true', values: [sought.identities, sought.phones] }
  }
  const { token, until, match } = sought
  const meets = until === null ? 't.token = $14' : 't.token >= $14 and t.token < $15'
  const bounds = until === null ? [token] : [token, until]
  const candidates = `select distinct t.path, t.membership_id as id, true as fits from membership.name_token t
    where ${inPlace('t', 't.membership_id')} and ${meets}`
  if (match === 'inside' && [...sought.plain].length <= 2) return { candidates, holds: 'true', values: bounds }
  return { candidates, holds: matches[match](`$${14 + bounds.length}`), values: [...bounds, sought.plain] }
}

function statementOf(
  sought: Sought | null,
  filter: PeopleFilter,
): {
  statement: string
  values: readonly unknown[]
  /** Each candidate is somebody who is shown. */
  everybody: boolean
} {
  const narrows = `${standings[filter.stand]} and ($8::text is null or m.status = $8)
        and ($9::text is null or m.sex = $9) and ($10::date is null or m.birth_date > $10) and ($11::date is null or m.birth_date <= $11)
        and ($12::date is null or m.since >= $12) and ($13::date is null or m.since <= $13)`
  const { candidates, holds, values } = candidatesOf(sought, narrows)
  const statement = `with candidate as materialized (${candidates} order by 1, 2 limit $6), found as (
      select ${foundColumns} from candidate c join membership.membership m on m.cell_id = $1 and m.id = c.id
      where c.fits and m.status <> 'ended' and ${holds} and ${narrows}
      order by m.path, m.id limit $7
    )
    select looked.*, found.* from (
      select (select count(*) from candidate) as seen, l.path as "lastPath", l.id as "lastId"
      from (values (1)) one left join (select path, id from candidate order by path desc, id desc limit 1) l on true
    ) looked left join found on true order by found.path, found.id`
  const { status, sex, bornAfter, bornBy, sinceFrom, sinceTo } = filter
  const narrowing = [status, sex, bornAfter, bornBy, sinceFrom, sinceTo]
  const everybody = holds === 'true' && filter.stand === 'any' && narrowing.every((value) => value === null)
  return { statement, values: [...narrowing, ...values], everybody }
}
