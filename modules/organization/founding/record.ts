import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Tie } from '../officers/seats.ts'
import type { FoundingEmployer, FoundingPerson } from './contract.ts'
import type { FoundingForm } from './machine.ts'
import { type FoundingBody, type TypedEmployer, tidyEmployer } from './rules.ts'

/** The content of a founding as it is stored. */
export type FoundingRow = {
  readonly cell: number
  readonly matter: string
  readonly path: string
  readonly host: string
  readonly form: FoundingForm
  readonly body: FoundingBody
  readonly name: string
  readonly shortName: string
  readonly level: 'township' | 'village' | 'grassroots'
  readonly askedAs: 'worker' | 'employer' | 'officer'
  readonly asks: number
  readonly membersExpected: number
  readonly unit: string | null
  readonly joined: string | null
  readonly replyNumber: string | null
  readonly repliedOn: string | null
  readonly plannedOn: string | null
  readonly members: number | null
  readonly womenMembers: number | null
  readonly meeting: 'general' | 'delegates' | null
  readonly ballot: 'secret' | 'show_of_hands' | null
  readonly electedOn: string | null
  readonly expected: number | null
  readonly present: number | null
  readonly issued: number | null
  readonly returned: number | null
  readonly seats: number | null
  readonly termYears: number | null
  readonly reportNumber: string | null
  readonly reportedOn: string | null
  readonly approvalNumber: string | null
  readonly approvedOn: string | null
}

const columns = `cell_id as cell, matter_id as matter, path, host_unit_id as host, form, body, name, short_name as "shortName", level,
  asked_as as "askedAs", asks, members_expected as "membersExpected", unit_id as unit, 
  joined_unit_id as joined, reply_number as "replyNumber", replied_on as "repliedOn", planned_on as "plannedOn", members,
  women_members as "womenMembers", meeting, ballot, elected_on as "electedOn", expected, present, issued, returned, seats,
  term_years as "termYears", report_number as "reportNumber", reported_on as "reportedOn",
  approval_number as "approvalNumber", approved_on as "approvedOn"`

/** The content of a founding in the open scope. Refuses `kernel.absent`. */
export async function foundingRow(tx: Tx, cell: number, matter: string): Promise<FoundingRow> {
  const row = await tx.maybe<FoundingRow>(
    `select ${columns} from organization.founding where cell_id = $1 and matter_id = $2`,
    [cell, matter],
  )
  if (!row) throw absent()
  return row
}

/** The founding that made a union, or undefined; the open scope decides. */
export function foundingOfUnit(tx: Tx, cell: number, unit: string): Promise<FoundingRow | undefined> {
  return tx.maybe<FoundingRow>(`select ${columns} from organization.founding where cell_id = $1 and unit_id = $2`, [
    cell,
    unit,
  ])
}

/** Whom a founding is to cover, in the order they were given. */
export async function employersOf(tx: Tx, cell: number, matter: string): Promise<FoundingEmployer[]> {
  type Row = { [K in keyof Required<FoundingEmployer>]: Required<FoundingEmployer>[K] | null } & { name: string }
  const rows = await tx.many<Row>(
    `select name, credit_code as "creditCode", address, division_code as "divisionCode", industry, employees, women,
       new_employment as "newEmployment"
     from organization.founding_employer where cell_id = $1 and matter_id = $2 order by number limit 1000`,
    [cell, matter],
  )
  return rows.map((row) => ({
    name: row.name,
    ...(row.creditCode !== null && { creditCode: row.creditCode }),
    ...(row.address !== null && { address: row.address }),
    ...(row.divisionCode !== null && { divisionCode: row.divisionCode }),
    ...(row.industry !== null && { industry: row.industry }),
    ...(row.employees !== null && { employees: row.employees }),
    ...(row.women !== null && { women: row.women }),
    ...(row.newEmployment !== null && { newEmployment: row.newEmployment }),
  }))
}

/** Writes whom a founding is to cover in place of what stood there. */
export async function writeEmployers(
  tx: Tx,
  at: Pick<FoundingRow, 'cell' | 'matter' | 'path'>,
  employers: readonly TypedEmployer[],
): Promise<void> {
  const tidy = employers.map(tidyEmployer)
  await tx.run('delete from organization.founding_employer where cell_id = $1 and matter_id = $2', [at.cell, at.matter])
  await tx.run(
    `insert into organization.founding_employer (cell_id, matter_id, path, number, name, credit_code, address, division_code,
       industry, employees, women, new_employment)
     select $1, $2, $3, e.* from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[],
       $11::int[], $12::int[]) as e (number, name, credit_code, address, division_code, industry, employees, women, new_employment)`,
    [
      at.cell,
      at.matter,
      at.path,
      tidy.map((_, index) => index + 1),
      tidy.map(({ name }) => name),
      tidy.map(({ creditCode }) => creditCode ?? null),
      tidy.map(({ address }) => address ?? null),
      tidy.map(({ divisionCode }) => divisionCode ?? null),
      tidy.map(({ industry }) => industry ?? null),
      tidy.map(({ employees }) => employees ?? null),
      tidy.map(({ women }) => women ?? null),
      tidy.map(({ newEmployment }) => newEmployment ?? null),
    ],
  )
}

/** A part of a founding that people stand in. */
export type FoundingPart = 'group' | 'committee' | 'review' | 'women'

/** Everybody who is named in a founding, by part. */
export async function peopleOf(
  tx: Tx,
  cell: number,
  matter: string,
): Promise<{ readonly [P in FoundingPart]: FoundingPerson[] }> {
  type Row = {
    part: FoundingPart
    name: string
    post: FoundingPerson['post']
    work: string | null
    yes: number | null
    ties: Tie[]
  }
  const rows = await tx.many<Row>(
    `select part, name, post, work, yes, ties from organization.founding_person where cell_id = $1 and matter_id = $2
     order by part, number limit 200`,
    [cell, matter],
  )
  const of = (part: FoundingPart) =>
    rows
      .filter((row) => row.part === part)
      .map(({ name, post, work, yes, ties }) => ({
        name,
        post,
        ...(work !== null && { work }),
        ...(yes !== null && { yes }),
        ...(ties.length > 0 && { ties }),
      }))
  return { group: of('group'), committee: of('committee'), review: of('review'), women: of('women') }
}

/** Writes who stands in some parts of a founding in place of who stood there. */
export async function writePeople(
  tx: Tx,
  at: Pick<FoundingRow, 'cell' | 'matter' | 'path'>,
  parts: { readonly [P in FoundingPart]?: readonly FoundingPerson[] },
): Promise<void> {
  const rows = Object.entries(parts).flatMap(([part, people]) =>
    people.map((person, index) => ({ part, number: index + 1, ...person })),
  )
  await tx.run(
    'delete from organization.founding_person where cell_id = $1 and matter_id = $2 and part = any($3::text[])',
    [at.cell, at.matter, Object.keys(parts)],
  )
  await tx.run(
    `insert into organization.founding_person (cell_id, matter_id, path, part, number, name, post, work, yes, ties)
     select $1, $2, $3, part, number, name, post, work, yes, case when ties = '' then array[]::text[] else string_to_array(ties, ',') end
     from unnest($4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::int[], $10::text[])
       as p (part, number, name, post, work, yes, ties)`,
    [
      at.cell,
      at.matter,
      at.path,
      rows.map(({ part }) => part),
      rows.map(({ number }) => number),
      rows.map(({ name }) => name.trim()),
      rows.map(({ post }) => post),
      rows.map(({ work }) => work ?? null),
      rows.map(({ yes }) => yes ?? null),
      rows.map((row) => (row.ties ?? []).join(',')),
    ],
  )
}
