import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { cellsOfTable } from '@gongqiao/kernel/national-scans.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'

/*
 * Statements over more than one cell, each with its reason. Everything else names its cell.
 */

/** The cells of a range that hold foundings, from a cell on: each is walked by itself, and the others are not asked. */
export async function cellsWithFoundings(tx: Tx, range: PlaceRange, from: number): Promise<number[]> {
  if (range.cellLo === range.cellHi) return [range.cellLo]
  const rows = await tx.many<{ cell: number }>(
    `with recursive cells as (
       (select cell_id from organization.founding where cell_id >= $1 and cell_id <= $2 order by cell_id limit 1)
       union all
       select (select f.cell_id from organization.founding f where f.cell_id > cells.cell_id and f.cell_id <= $2 order by f.cell_id limit 1)
       from cells where cells.cell_id is not null
     ) select cell_id as cell from cells where cell_id is not null`,
    [from, range.cellHi],
  )
  return rows.map((row) => row.cell)
}

/** The cells that hold foundings: each is checked by itself. */
export async function cellsOfFoundings(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('organization.founding'))
  return rows.map((row) => row.cell)
}

/** The cells that hold certificates: each is checked by itself. */
export async function cellsOfCertificates(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('organization.certificate'))
  return rows.map((row) => row.cell)
}

/**
 * The unions of members that cover the employers with some credit codes, in whichever county these stand: an employer is one
 * in the whole country (ORG-07). One look into an index of each cell that has employers.
 */
export function unionsOfEmployers(
  tx: Tx,
  codes: readonly string[],
): Promise<{ readonly code: string; readonly unit: string; readonly name: string }[]> {
  return tx.many(
    `with recursive cells as (
       (select cell_id from organization.employer order by cell_id limit 1)
       union all
       select (select e.cell_id from organization.employer e where e.cell_id > cells.cell_id order by e.cell_id limit 1)
       from cells where cells.cell_id is not null
     )
     select found.code, found.unit, found.name from cells cross join lateral (
       select e.credit_code as code, u.id as unit, u.name from organization.employer e
       join organization.covered_unit c on c.cell_id = e.cell_id and c.employer_id = e.id and c.valid_to is null
       join organization.unit u on u.id = c.unit_id and u.level = 'grassroots' and u.state in ('active', 'founding')
         and coalesce(u.org_form, 'single') <> 'catch_all'
       where e.cell_id = cells.cell_id and e.credit_code = any($1::text[])
     ) found where cells.cell_id is not null order by found.code, found.unit limit 5000`,
    [codes],
  )
}

/** The cells that hold employers: each is checked by itself. */
export async function cellsOfEmployers(tx: Tx): Promise<number[]> {
  const rows = await tx.many<{ cell: number }>(cellsOfTable('organization.employer'))
  return rows.map((row) => row.cell)
}
