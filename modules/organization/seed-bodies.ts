import { civilDay } from '@gongqiao/calendar'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { newIds } from '@gongqiao/kernel/shared/ids.ts'
import { keepEmployers } from './coverage/history.ts'
import type { Seat } from './officers/seats.ts'
import { endOfTerm } from './terms/term.ts'

/** An employer as an installation first writes it. */
export type SeedEmployer = {
  readonly path: string
  readonly name: string
  readonly creditCode: string
  readonly industry: string
  readonly divisionCode: string
  readonly employees: number
  /** The union that covers it, and since when; null where none does. */
  readonly covered: { readonly unit: string; readonly from: string } | null
}

/** A committee as an installation first writes it: who sits since the day of the election. */
export type SeedCommittee = {
  readonly unit: string
  readonly path: string
  readonly electedOn: string
  readonly years: 3 | 5
  readonly officers: readonly {
    readonly person: string | null
    readonly name: string
    readonly sex: 'male' | 'female'
    readonly engagement: 'full_time' | 'part_time'
    readonly seats: readonly Seat[]
  }[]
}

/** Writes employers of one cell, with the unions that cover them. */
export async function seedEmployers(
  tx: Tx,
  cell: number,
  employers: readonly SeedEmployer[],
  now: Date,
): Promise<void> {
  const ids = newIds(employers.length, now.getTime())
  const column = <V>(of: (employer: SeedEmployer) => V) => employers.map(of)
  await tx.run(
    `with given as (
       select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::uuid[], $10::date[])
         as e (id, path, name, code, industry, division, employees, unit, since)
     ), covered as (
       insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
       select $1, unit, id, since from given where unit is not null
     )
     insert into organization.employer (cell_id, id, path, name, credit_code, industry, division_code, employees)
     select $1, id, path, name, code, industry, division, employees from given`,
    [
      cell,
      ids,
      column(({ path }) => path),
      column(({ name }) => name),
      column(({ creditCode }) => creditCode),
      column(({ industry }) => industry),
      column(({ divisionCode }) => divisionCode),
      column(({ employees }) => employees),
      column(({ covered }) => covered?.unit ?? null),
      column(({ covered }) => covered?.from ?? null),
    ],
  )
  await keepEmployers(tx, cell, ids, { today: civilDay(now), now })
}

/** Writes committees of one cell with their terms (ELE-01). */
export async function seedCommittees(
  tx: Tx,
  cell: number,
  committees: readonly SeedCommittee[],
  now: Date,
): Promise<void> {
  const column = <V>(of: (committee: SeedCommittee) => V) => committees.map(of)
  await tx.run(
    `insert into organization.term (id, unit_id, valid_from, years, ends_on, origin, recorded_at)
     select id, unit, elected, years, ends, 'election', $6
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[], $5::date[]) as t (id, unit, elected, years, ends)`,
    [
      newIds(committees.length, now.getTime()),
      column(({ unit }) => unit),
      column(({ electedOn }) => electedOn),
      column(({ years }) => years),
      column(({ electedOn, years }) => endOfTerm(electedOn, years)),
      now,
    ],
  )
  const people = committees.flatMap((committee) => committee.officers.map((officer) => ({ committee, officer })))
  const whos = newIds(people.length, now.getTime())
  const seats = people.flatMap(({ committee, officer }, index) =>
    officer.seats.map((seat) => ({ ...officer, seat, who: whos[index] ?? '', committee })),
  )
  const of = <V>(read: (seat: (typeof seats)[number]) => V) => seats.map(read)
  await tx.run(
    `insert into organization.officer (cell_id, id, path, unit_id, who, person_id, name, sex, seat, engagement, ties, valid_from, recorded_at)
     select $1, id, path, unit, who, person, name, sex, seat, engagement, '{}', elected, $2
     from unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::date[])
       as o (id, path, unit, who, person, name, sex, seat, engagement, elected)`,
    [
      cell,
      now,
      newIds(seats.length, now.getTime()),
      of(({ committee }) => committee.path),
      of(({ committee }) => committee.unit),
      of(({ who }) => who),
      of(({ person }) => person),
      of(({ name }) => name),
      of(({ sex }) => sex),
      of(({ seat }) => seat),
      of(({ engagement }) => engagement),
      of(({ committee }) => committee.electedOn),
    ],
  )
}
