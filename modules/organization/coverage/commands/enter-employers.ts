import { checkCreditCode, industrySectionOf } from '@gongqiao/codes'
import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Count, Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { findOpenUnit, rangeOfUnit } from '../../open-unit.ts'
import { keepEmployers } from '../history.ts'
import { TypedEmployer } from '../shapes.ts'

const atMost = 500

/** Credit codes and industry codes that are none, and one code on two lines. */
function codeFaults({ employers }: Given): Fault[] {
  if (!Array.isArray(employers)) return []
  const seen = new Set<string>()
  return employers.flatMap((employer, index): Fault[] => {
    const { creditCode, industry } = textsOf(employer)
    const faults: Fault[] = []
    if (creditCode) {
      const checked = checkCreditCode(creditCode)
      if (!checked.ok)
        faults.push({ field: `/employers/${index}/creditCode`, code: 'organization.employer.credit_code' })
      else if (seen.has(checked.value))
        faults.push({ field: `/employers/${index}/creditCode`, code: 'organization.employer.twice' })
      else seen.add(checked.value)
    }
    if (industry && !industrySectionOf(industry))
      faults.push({ field: `/employers/${index}/industry`, code: 'organization.employer.industry' })
    return faults
  })
}

/** Safe because each field is looked at before it is used. */
function textsOf(employer: unknown): { readonly creditCode: string; readonly industry: string } {
  const of = (field: string): string => {
    const value =
      employer !== null && typeof employer === 'object'
        ? Object.entries(employer).find(([name]) => name === field)?.[1]
        : ''
    return typeof value === 'string' ? value : ''
  }
  return { creditCode: of('creditCode'), industry: of('industry') }
}

/**
 * Enters employers 用人单位 at the place of a union, with or without that it covers them: what is known there by its credit
 * code is written over, never doubled.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.coverage_of_a_county` above the county, and
 * `kernel.invalid_input` with every wrong code of every line at once.
 *
 * @see ORG-10, ORG-11, ORG-13
 */
export const enterEmployers = command({
  act: 'organization.enter_employers',
  by: ['post'],
  input: Type.Object(
    {
      unit: Id,
      covered: Type.Boolean({ description: '本工会涵盖它们' }),
      employers: Type.Array(TypedEmployer, { minItems: 1, maxItems: atMost }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ entered: Count, known: Count }, { additionalProperties: false }),
  check: codeFaults,
  async run({ tx, input, now, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { cellLo, cellHi } = rangeOfUnit(unit)
    if (cellLo !== cellHi) throw new Refusal('organization.coverage_of_a_county')
    const typed = input.employers.map((one) => ({
      ...one,
      creditCode: one.creditCode ? tidy(one.creditCode) : null,
    }))
    const known = new Map(
      (
        await tx.many<{ id: string; code: string; path: string }>(
          `select id, credit_code as code, path from organization.employer where cell_id = $1 and credit_code = any($2::text[])`,
          [unit.cell_id, typed.flatMap(({ creditCode }) => creditCode ?? [])],
        )
      ).map(({ id, code, path }) => [code, { id, path }]),
    )
    const rows = typed.map((one) => {
      const there = one.creditCode === null ? undefined : known.get(one.creditCode)
      return { ...one, id: there?.id ?? newId(now.getTime()), there }
    })
    await tx.run(
      `insert into organization.employer (cell_id, id, path, name, credit_code, industry, division_code, employees)
       select $1, id, $2, name, code, industry, division, employees
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[]) as e (id, name, code, industry, division, employees)
       on conflict (cell_id, id) do update set name = excluded.name, industry = coalesce(excluded.industry, employer.industry),
         division_code = coalesce(excluded.division_code, employer.division_code), employees = coalesce(excluded.employees, employer.employees)
       where employer.path >= $2 and employer.path < $2 || '~'`,
      [
        unit.cell_id,
        unit.path,
        rows.map(({ id }) => id),
        rows.map(({ name }) => name.trim()),
        rows.map(({ creditCode }) => creditCode),
        rows.map(({ industry }) => industry?.trim().toUpperCase() ?? null),
        rows.map(({ divisionCode }) => divisionCode ?? null),
        rows.map(({ employees }) => employees ?? null),
      ],
    )
    if (input.covered)
      await tx.run(
        `insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
         select $1, $2, employer, $3 from unnest($4::uuid[]) as e (employer)
         where not exists (select from organization.covered_unit c where c.cell_id = $1 and c.employer_id = employer and c.valid_to is null)
         on conflict do nothing`,
        [unit.cell_id, unit.id, today, rows.map(({ id }) => id)],
      )
    await keepEmployers(
      tx,
      unit.cell_id,
      rows.map(({ id }) => id),
      { today, now },
    )
    const answer = {
      entered: rows.filter(({ there }) => !there).length,
      known: rows.filter(({ there }) => there).length,
    }
    return { cell: unit.cell_id, subject: unit.id, after: answer, answer }
  },
})

/** A credit code as it is kept: the check has just let it pass. */
function tidy(code: string): string {
  const checked = checkCreditCode(code)
  if (!checked.ok) throw new Error('a wrong credit code is refused before')
  return checked.value
}
