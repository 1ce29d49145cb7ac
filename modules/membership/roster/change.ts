import { nameBigrams } from '@gongqiao/codes'
import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Applied, ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import { type ListedAsItStood, listedAsTheyStand, mendListed } from '@gongqiao/modules/people/index.ts'
import { forgetNames, keepNames } from '../names.ts'
import type { Compared } from './compare.ts'
import { keepDetails } from './details.ts'
import { markOf, type RosterRecord, recordsById } from './records.ts'

/** What of a row of the roll a roster may change, as it stood; for the undo. */
export type RowAsItStood = {
  readonly membership: string
  readonly path: string
  readonly unit: string
  readonly name: string
  readonly since: string | null
  readonly ethnicity: string | null
  readonly employment: string | null
  readonly change: number | null
  readonly person: ListedAsItStood
}

/** What a row of the roll becomes. */
export type RowToBe = Omit<RowAsItStood, 'person' | 'ethnicity' | 'employment' | 'change'>

const mendRows = `with given as (
     select * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[])
       as g (id, path, unit_id, name, name_bigrams, since)
   ), moved as (
     update membership.membership_history h set valid_to = greatest(h.valid_from, $8), superseded_at = $8
     from given g join membership.membership m on m.cell_id = $1 and m.id = g.id and m.unit_id <> g.unit_id
     where h.cell_id = $1 and h.membership_id = g.id and h.valid_to is null and h.superseded_at is null
     returning h.membership_id as id, h.number, h.status, h.change_code
   ), told as (
     insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
     select $1, g.id, moved.number + 1, $8, $8, g.path, g.unit_id, moved.status, moved.change_code from moved join given g on g.id = moved.id
   )
   update membership.membership m set path = g.path, unit_id = g.unit_id, name = g.name,
     name_bigrams = string_to_array(g.name_bigrams, ' '), since = g.since
   from given g where m.cell_id = $1 and m.id = g.id`

/** Writes rows of the roll of one cell over: another name, union or day; a move gets its line in the history. */
export async function mendRosterRows(tx: Tx, cell: number, rows: readonly RowToBe[], now: Date): Promise<void> {
  if (rows.length === 0) return
  const memberships = rows.map(({ membership }) => membership)
  forgetNames(tx, cell, memberships)
  await tx.run(mendRows, [
    cell,
    memberships,
    rows.map(({ path }) => path),
    rows.map(({ unit }) => unit),
    rows.map(({ name }) => name),
    rows.map(({ name }) => nameBigrams(name).join(' ')),
    rows.map(({ since }) => since),
    now,
  ])
  keepNames(tx, cell, memberships)
}

/** The directory of rosters follows the phone on the record: whoever proves it is shown the row. */
export async function followPhones(tx: Tx, cell: number, memberships: readonly string[]): Promise<void> {
  await tx.run(
    `update membership.listed_directory l set phone_digest = p.phone_digest
     from membership.membership m join people.open_person p on p.cell_id = $1 and p.id = m.person_id
     where m.cell_id = $1 and m.id = any($2::uuid[]) and l.digest = p.identity_digest and l.cell_id = $1 and l.membership_id = m.id`,
    [cell, memberships],
  )
}

/** The facts of listed people who went from one union to another. */
export function movedFacts(cell: number, moves: readonly { readonly from: string; readonly to: string }[]): Fact[] {
  return [
    ...Map.groupBy(
      moves.filter(({ from, to }) => from !== to),
      ({ from, to }) => `${from} ${to}`,
    ).values(),
  ].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const fact = (unit: string, from: string | null, to: string | null): Fact => ({
      cell,
      name: 'membership.status_changed',
      body: { unit, from, to, people: some.length },
    })
    return [fact(first.from, 'listed', null), fact(first.to, null, 'listed')]
  })
}

/** Changes rows of one cell to what the sheet says; only what nobody has claimed comes here, and what the union alone keeps. */
export async function changeLines(
  context: ImportContext,
  cell: number,
  lines: readonly Compared[],
): Promise<{ rows: Applied[]; facts: Fact[] }> {
  const { tx, services, now } = context
  const changed = lines.map((compared) => {
    const { record, unit } = compared
    if (!record || !unit) throw new Error('a changed line has a record and a union')
    return { ...compared, record, unit }
  })
  const listed = changed.filter(({ record }) => record.status === 'listed')
  const persons = new Map(
    (
      await listedAsTheyStand(
        tx,
        cell,
        listed.map(({ record }) => record.person),
      )
    ).map((person) => [person.id, person]),
  )
  await mendListed(
    tx,
    services,
    cell,
    listed.map(({ record, unit, line }) => ({
      ...{ id: record.person, path: unit.path, name: line.person.name, phone: line.phone },
    })),
  )
  await mendRosterRows(
    tx,
    cell,
    listed.map(({ record, unit, line }) => ({
      ...{ membership: record.membership, path: unit.path, unit: unit.id, name: line.person.name },
      since: line.since ?? record.since,
    })),
    now,
  )
  await followPhones(
    tx,
    cell,
    listed.map(({ record }) => record.membership),
  )
  await keepDetails(
    tx,
    cell,
    changed.map(({ record, unit, line }) => ({
      membership: record.membership,
      path: record.status === 'listed' ? unit.path : record.path,
      ethnicity: line.ethnicity ?? record.ethnicity,
      employment: line.employment ?? record.employment,
      change: line.change ?? record.change,
    })),
  )
  const after = await afterwards(
    tx,
    cell,
    changed.map(({ record }) => record.membership),
  )
  const rows = changed.map(({ row, record }): Applied => {
    const now = after.get(record.membership)
    if (!now) throw new Error('a row that was changed is there')
    const before: RowAsItStood = {
      ...{
        membership: record.membership,
        path: record.path,
        unit: record.unit,
        name: record.name,
        since: record.since,
      },
      ...{ ethnicity: record.ethnicity, employment: record.employment, change: record.change },
      person: persons.get(record.person) ?? {
        ...{ id: record.person, path: record.path, name: record.name, cipher: null, digest: null, mask: null },
      },
    }
    const subject = { cell, id: record.membership }
    return { row, outcome: 'applied', subject, before, mark: markOf(services, now) }
  })
  const facts = movedFacts(
    cell,
    listed.map(({ record, unit }) => ({ from: record.unit, to: unit.id })),
  )
  return { rows, facts }
}

async function afterwards(tx: Tx, cell: number, memberships: readonly string[]): Promise<Map<string, RosterRecord>> {
  const records = await recordsById(tx, cell, memberships)
  return new Map(records.map((record) => [record.membership, record]))
}
