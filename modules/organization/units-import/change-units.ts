import type { ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import { keepEmployers } from '../coverage/history.ts'
import { rememberAliases } from '../unit-aliases.ts'
import { writeUnitKeys } from '../unit-keys.ts'
import type { UnitLine } from './read-line.ts'
import type { UnitRecord } from './records.ts'
import { coverEmployers, holdCreditCodes } from './write-units.ts'

/** What a union becomes: what a line says, and for the rest what it is. */
export type UnitToBe = Pick<
  UnitRecord,
  | 'id'
  | 'name'
  | 'shortName'
  | 'creditCode'
  | 'form'
  | 'foundedOn'
  | 'employer'
  | 'employerName'
  | 'employerCode'
  | 'industry'
  | 'division'
> & { readonly cell: number; readonly path: string }

/** A union as a line says it is. */
export function asLineSays(line: UnitLine, record: UnitRecord, columns: readonly string[]): UnitToBe {
  const name = columns.includes('name') ? line.name : record.name
  const renamedWithShort = record.shortName === record.name ? name : record.shortName
  return {
    ...record,
    name,
    shortName: line.shortName ?? renamedWithShort,
    creditCode: line.creditCode ?? record.creditCode,
    form: line.form ?? record.form,
    foundedOn: line.foundedOn ?? record.foundedOn,
    employerName: line.employer?.name ?? record.employerName,
    employerCode: line.employer?.creditCode ?? record.employerCode,
    industry: line.employer?.industry ?? record.industry,
    division: line.employer?.division ?? record.division,
  }
}

/** Writes unions over, with a line in the history of each; whoever looks for a former name still finds it. */
export async function changeUnits(
  context: ImportContext,
  changes: readonly { readonly before: UnitRecord; readonly after: UnitToBe }[],
): Promise<void> {
  if (changes.length === 0) return
  const { tx, now, today } = context
  const after = changes.map((change) => change.after)
  await tx.run(
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[])
         as g (id, name, short_name, credit_code, org_form, founded_on)
     ), ended as (
       update organization.unit_history h set valid_to = case when h.valid_from < $7 then $7 end,
         superseded_at = case when h.valid_from < $7 then null else $8::timestamptz end
       from given g where h.unit_id = g.id and h.valid_to is null and h.superseded_at is null
       returning h.unit_id, h.level, h.state, h.valid_from
     ), told as (
       insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state, credit_code)
       select g.id, greatest($7, e.valid_from), $8, g.name, g.short_name, e.level, e.state, g.credit_code
       from given g join ended e on e.unit_id = g.id
     )
     update organization.unit u set name = g.name, short_name = g.short_name, credit_code = g.credit_code, org_form = g.org_form,
       founded_on = g.founded_on
     from given g where u.id = g.id`,
    [
      after.map(({ id }) => id),
      after.map(({ name }) => name),
      after.map(({ shortName }) => shortName),
      after.map(({ creditCode }) => creditCode),
      after.map(({ form }) => form),
      after.map(({ foundedOn }) => foundedOn),
      today,
      now,
    ],
  )
  await tx.run(
    `update kernel.post p set unit_name = u.name from organization.unit u where u.id = any($1::uuid[]) and p.unit_id = u.id and p.unit_name <> u.name`,
    [after.map(({ id }) => id)],
  )
  const renamed = changes.filter(({ before, after: { name } }) => before.name !== name)
  await rememberAliases(
    tx,
    renamed.map(({ before }) => ({ unit: before.id, text: before.name, kind: 'former' })),
    now,
  )
  await writeUnitKeys(
    tx,
    after.map(({ id }) => id),
  )
  for (const unit of after) await writeEmployer(context, unit)
  await holdCreditCodes(context, after)
}

async function writeEmployer(context: ImportContext, unit: UnitToBe): Promise<void> {
  const { employer, employerName: name, employerCode: creditCode, industry, division } = unit
  if (name === null) return
  const said = { name, creditCode, industry, division }
  if (employer === null) await coverEmployers(context, unit.cell, [{ unit: unit.id, path: unit.path, employer: said }])
  else {
    await context.tx.run(
      `update organization.employer set name = $3, credit_code = $4, industry = $5, division_code = $6 where cell_id = $1 and id = $2`,
      [unit.cell, employer, name, creditCode, industry, division],
    )
    await keepEmployers(context.tx, unit.cell, [employer], context)
  }
}
