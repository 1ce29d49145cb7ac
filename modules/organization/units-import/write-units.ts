import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { ImportContext } from '@gongqiao/kernel/imports/kind.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { keepEmployers } from '../coverage/history.ts'
import { lastPlaceBelow } from '../next-place.ts'
import { pathLabel } from '../reference/unions.ts'
import { writeUnitKeys } from '../unit-keys.ts'
import type { EmployerLine, UnitLine } from './read-line.ts'
import type { UnitRecord } from './records.ts'

/** A union to be founded by a sheet: its line, and the union above. */
export type NewUnit = { readonly row: number; readonly line: UnitLine; readonly parent: UnitRecord }
type Placed = NewUnit & { readonly id: string; readonly path: string }

/**
 * Founds unions below others: the row of the tree with its history, the link to the union above, what it is found by,
 * and the employer it covers. The desk above answers for each until it has an officer of its own.
 *
 * @returns the unions in the order of the lines
 */
export async function foundUnits(context: ImportContext, units: readonly NewUnit[]): Promise<Placed[]> {
  const { tx, now, today } = context
  const placed = await placeUnits(tx, units, now)
  await tx.run(
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::text[], $9::text[],
         $10::date[], $11::uuid[]) as g (id, name, short_name, level, cell_id, path, parent_id, credit_code, org_form, founded_on, desk)
     ), units as (
       insert into organization.unit (id, name, short_name, level, cell_id, path, parent_id, credit_code, state, desk_post_id, children, org_form, founded_on)
       select id, name, short_name, level, cell_id, path, parent_id, credit_code, 'active', desk, 0, org_form, founded_on from given
     ), told as (
       insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state, credit_code)
       select id, coalesce(founded_on, $12), $13, name, short_name, level, 'active', credit_code from given
     ), linked as (
       insert into organization.parent_link (unit_id, parent_id, kind, valid_from, recorded_at)
       select id, parent_id, 'LEADING', coalesce(founded_on, $12), $13 from given
     )
     update organization.unit u set children = u.children + n.children
     from (select parent_id, count(*) as children from given group by parent_id) n where u.id = n.parent_id`,
    [
      placed.map(({ id }) => id),
      placed.map(({ line }) => line.name),
      placed.map(({ line }) => line.shortName ?? line.name),
      placed.map(({ line }) => line.level),
      placed.map(({ parent }) => parent.cell),
      placed.map(({ path }) => path),
      placed.map(({ parent }) => parent.id),
      placed.map(({ line }) => line.creditCode),
      placed.map(({ line }) => line.form),
      placed.map(({ line }) => line.foundedOn),
      placed.map(({ parent }) => parent.desk),
      today,
      now,
    ],
  )
  await writeUnitKeys(
    tx,
    placed.map(({ id }) => id),
  )
  const covered = placed.flatMap(({ id, path, parent, line: { employer } }) =>
    employer ? [{ unit: id, path, cell: parent.cell, employer }] : [],
  )
  for (const [cell, some] of Map.groupBy(covered, (one) => one.cell)) await coverEmployers(context, cell, some)
  await holdCreditCodes(
    context,
    placed.map(({ id, parent, line }) => ({ id, cell: parent.cell, creditCode: line.creditCode })),
  )
  return placed
}

/** Gives each union the next free place below the one above. */
async function placeUnits(tx: Tx, units: readonly NewUnit[], now: Date): Promise<Placed[]> {
  const last = new Map<string, number>()
  for (const parent of new Set(units.map((unit) => unit.parent))) {
    last.set(parent.id, await lastPlaceBelow(tx, parent))
  }
  return units.map((unit) => {
    const ordinal = (last.get(unit.parent.id) ?? 0) + 1
    last.set(unit.parent.id, ordinal)
    return { ...unit, id: newId(now.getTime()), path: unit.parent.path + pathLabel(ordinal) }
  })
}

/** A union that is to cover an employer. */
type Covering = { readonly unit: string; readonly path: string; readonly employer: EmployerLine }

/** Lets unions of one cell cover employers 涵盖单位: such as are known there by their credit code, or new ones. */
export async function coverEmployers(
  { tx, now, today }: ImportContext,
  cell: number,
  covering: readonly Covering[],
): Promise<void> {
  const codes = covering.flatMap(({ employer }) => employer.creditCode ?? [])
  const known = await tx.many<{ id: string; code: string }>(
    'select id, credit_code as code from organization.employer where cell_id = $1 and credit_code = any($2::text[])',
    [cell, codes],
  )
  const byCode = new Map(known.map(({ id, code }) => [code, id]))
  const fresh: (Covering & { readonly id: string })[] = []
  const ids = covering.map((one) => {
    const { creditCode } = one.employer
    const found = creditCode === null ? undefined : byCode.get(creditCode)
    if (found !== undefined) return found
    const id = newId(now.getTime())
    if (creditCode !== null) byCode.set(creditCode, id)
    fresh.push({ ...one, id })
    return id
  })
  await tx.run(
    `insert into organization.employer (cell_id, id, path, name, credit_code, industry, division_code)
     select $1, id, path, name, code, industry, division
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as e (id, path, name, code, industry, division)`,
    [
      cell,
      fresh.map(({ id }) => id),
      fresh.map(({ path }) => path),
      fresh.map(({ employer }) => employer.name),
      fresh.map(({ employer }) => employer.creditCode),
      fresh.map(({ employer }) => employer.industry),
      fresh.map(({ employer }) => employer.division),
    ],
  )
  await tx.run(
    `insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
     select $1, unit, employer, $4 from unnest($2::uuid[], $3::uuid[]) as c (unit, employer) on conflict do nothing`,
    [cell, covering.map(({ unit }) => unit), ids, today],
  )
  await keepEmployers(tx, cell, ids, { today, now })
}

/**
 * Holds credit codes for unions. A code that another union holds stays that one's; the union has it as it was given, and
 * that two have it is kept for those who look after both. Whoever gave it is told nothing.
 */
export async function holdCreditCodes(
  { tx, services, now }: ImportContext,
  units: readonly { readonly id: string; readonly cell: number; readonly creditCode: string | null }[],
): Promise<void> {
  const held = units.flatMap(({ id, cell, creditCode }) =>
    creditCode === null ? [] : [{ id, cell, digest: services.keyring.digest('credit_code', creditCode) }],
  )
  if (held.length === 0) return
  const columns = [held.map(({ digest }) => digest), held.map(({ cell }) => cell), held.map(({ id }) => id)]
  await tx.run('delete from organization.credit_code_directory where unit_id = any($1::uuid[])', [columns[2]])
  await tx.run(
    `insert into organization.credit_code_directory (digest, cell_id, unit_id)
     select digest, cell, unit from unnest($1::bytea[], $2::int[], $3::uuid[]) as h (digest, cell, unit) on conflict (digest) do nothing`,
    columns,
  )
  await tx.run(
    `insert into organization.credit_code_dispute (digest, unit_id, recorded_at)
     select h.digest, h.unit, $4 from unnest($1::bytea[], $2::int[], $3::uuid[]) as h (digest, cell, unit)
     join organization.credit_code_directory d on d.digest = h.digest and d.unit_id <> h.unit
     on conflict (digest, unit_id) do nothing`,
    [...columns, now],
  )
}
