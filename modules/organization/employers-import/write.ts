import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { EmployerRecord } from './records.ts'

/** Writes employers of one cell as they are to be, new ones and known ones. */
export async function writeEmployers(tx: Tx, cell: number, employers: readonly EmployerRecord[]): Promise<void> {
  await tx.run(
    `insert into organization.employer (cell_id, id, path, name, credit_code, industry, division_code, employees)
     select $1, id, path, name, code, industry, division, employees
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])
       as e (id, path, name, code, industry, division, employees)
     on conflict (cell_id, id) do update set path = excluded.path, name = excluded.name, credit_code = excluded.credit_code,
       industry = excluded.industry, division_code = excluded.division_code, employees = excluded.employees`,
    [
      cell,
      employers.map(({ id }) => id),
      employers.map(({ path }) => path),
      employers.map(({ name }) => name),
      employers.map(({ creditCode }) => creditCode),
      employers.map(({ industry }) => industry),
      employers.map(({ division }) => division),
      employers.map(({ employees }) => employees),
    ],
  )
}

/** Lets unions cover employers 涵盖 from a day, where they do not yet. */
export async function coverThem(
  tx: Tx,
  cell: number,
  pairs: readonly { readonly employer: string; readonly union: string }[],
  today: string,
): Promise<void> {
  await tx.run(
    `insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
     select $1, p.unit, p.employer, $4 from unnest($2::uuid[], $3::uuid[]) as p (unit, employer)
     where not exists (select from organization.covered_unit c where c.cell_id = $1 and c.employer_id = p.employer and c.valid_to is null)
     on conflict (cell_id, unit_id, employer_id, valid_from) do update set valid_to = null`,
    [cell, pairs.map(({ union }) => union), pairs.map(({ employer }) => employer), today],
  )
}

/** What a sheet said of who covers whom was never so. */
export async function uncover(tx: Tx, cell: number, employers: readonly string[]): Promise<void> {
  await tx.run(
    'delete from organization.covered_unit where cell_id = $1 and employer_id = any($2::uuid[]) and valid_to is null',
    [cell, employers],
  )
}
