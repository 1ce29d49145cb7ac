import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { UnitLevel } from '../contract.ts'
import { keepEmployers } from '../coverage/history.ts'
import { lastPlaceBelow } from '../next-place.ts'
import type { OpenUnit } from '../open-unit.ts'
import { pathLabel } from '../reference/unions.ts'
import { writeUnitKeys } from '../unit-keys.ts'

/** A union to be put into the tree. */
export type UnitToFound = {
  readonly name: string
  readonly shortName: string
  readonly level: UnitLevel
  readonly form: string
  /** `founding`: people may join, and nobody is elected yet. */
  readonly state: 'founding' | 'active'
}

/**
 * Puts a union at the next free place below another: the row of the tree with its history, the link to the union above, and
 * what it is found by. The desk above answers for it until it has an officer of its own.
 *
 * @see ORG-01, ORG-22
 */
export async function foundUnit(
  tx: Tx,
  parent: Pick<OpenUnit, 'id' | 'cell_id' | 'path' | 'desk_post_id'>,
  unit: UnitToFound,
  from: { readonly today: string; readonly now: Date },
): Promise<{ readonly id: string; readonly path: string }> {
  // Whoever founds below the same union waits here, so that no two take one place.
  await tx.run('update organization.unit set children = children + 1 where id = $1', [parent.id])
  const last = await lastPlaceBelow(tx, { cell: parent.cell_id, path: parent.path })
  const [id, path] = [newId(from.now.getTime()), parent.path + pathLabel(last + 1)]
  await tx.run(
    `with unit as (
       insert into organization.unit (id, name, short_name, level, cell_id, path, parent_id, state, desk_post_id, children, org_form)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10)
     ), told as (
       insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state)
       values ($1, $11, $12, $2, $3, $4, $8)
     )
     insert into organization.parent_link (unit_id, parent_id, kind, valid_from, recorded_at)
     values ($1, $7, 'LEADING', $11, $12)`,
    [
      id,
      unit.name,
      unit.shortName,
      unit.level,
      parent.cell_id,
      path,
      parent.id,
      unit.state,
      parent.desk_post_id,
      unit.form,
      from.today,
      from.now,
    ],
  )
  await writeUnitKeys(tx, [id])
  return { id, path }
}

/** What of a union changes from a day on. */
export type UnitChange = {
  readonly state?: 'active' | 'closing'
  readonly name?: string
  readonly shortName?: string
  readonly creditCode?: string
  readonly foundedOn?: string
}

/**
 * Changes a union from a day on, and keeps what it was until then in its history: a line that began on that very day was
 * wrong and is superseded, an earlier one ends.
 */
export async function changeUnit(
  tx: Tx,
  unit: string,
  change: UnitChange,
  from: { readonly day: string; readonly now: Date },
): Promise<void> {
  await tx.run(
    `update organization.unit set state = coalesce($2, state), name = coalesce($3, name), short_name = coalesce($4, short_name),
       credit_code = coalesce($5, credit_code), founded_on = coalesce($6, founded_on) where id = $1`,
    [
      unit,
      change.state ?? null,
      change.name ?? null,
      change.shortName ?? null,
      change.creditCode ?? null,
      change.foundedOn ?? null,
    ],
  )
  await tx.run(
    `update organization.unit_history set
       superseded_at = case when valid_from >= $2 then $3 else superseded_at end,
       valid_to = case when valid_from >= $2 then valid_to else $2 end
     where unit_id = $1 and valid_to is null and superseded_at is null`,
    [unit, from.day, from.now],
  )
  await tx.run(
    `insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state, credit_code)
     select id, $2, $3, name, short_name, level, state, credit_code from organization.unit where id = $1
     on conflict (unit_id, valid_from, recorded_at) do update set name = excluded.name, short_name = excluded.short_name,
       state = excluded.state, credit_code = excluded.credit_code, superseded_at = null`,
    [unit, from.day, from.now],
  )
  await writeUnitKeys(tx, [unit])
}

/**
 * Holds a credit code for a union. A code that another union holds stays that one's, and that two have it is kept for
 * those who look after both; whoever gave it is told nothing.
 */
export async function holdCreditCode(
  tx: Tx,
  services: Services,
  unit: { readonly id: string; readonly cell: number },
  creditCode: string,
  now: Date,
): Promise<void> {
  const digest = services.keyring.digest('credit_code', creditCode)
  await tx.run('delete from organization.credit_code_directory where unit_id = $1', [unit.id])
  await tx.run(
    `insert into organization.credit_code_directory (digest, cell_id, unit_id) values ($1, $2, $3) on conflict (digest) do nothing`,
    [digest, unit.cell, unit.id],
  )
  await tx.run(
    `insert into organization.credit_code_dispute (digest, unit_id, recorded_at)
     select d.digest, $2, $3 from organization.credit_code_directory d where d.digest = $1 and d.unit_id <> $2
     on conflict (digest, unit_id) do nothing`,
    [digest, unit.id, now],
  )
}

/** An employer that a union covers from now on. */
export type EmployerToCover = {
  readonly name: string
  readonly creditCode: string | null
  readonly industry: string | null
  readonly divisionCode: string | null
}

/** Lets a union cover employers 涵盖单位: such as are known in its cell by their credit code, or new ones. @see ORG-11 */
export async function coverEmployer(
  tx: Tx,
  unit: { readonly id: string; readonly cell: number; readonly path: string },
  employers: readonly EmployerToCover[],
  from: { readonly today: string; readonly now: Date },
): Promise<void> {
  if (employers.length === 0) return
  const codes = employers.flatMap(({ creditCode }) => creditCode ?? [])
  const known = await tx.many<{ id: string; code: string }>(
    'select id, credit_code as code from organization.employer where cell_id = $1 and credit_code = any($2::text[])',
    [unit.cell, codes],
  )
  const byCode = new Map(known.map(({ id, code }) => [code, id]))
  const all = employers.map((employer) => {
    const found = employer.creditCode === null ? undefined : byCode.get(employer.creditCode)
    return { ...employer, id: found ?? newId(from.now.getTime()), fresh: found === undefined }
  })
  const fresh = all.filter((one) => one.fresh)
  await tx.run(
    `insert into organization.employer (cell_id, id, path, name, credit_code, industry, division_code)
     select $1, id, $2, name, code, industry, division
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) as e (id, name, code, industry, division)`,
    [
      unit.cell,
      unit.path,
      fresh.map(({ id }) => id),
      fresh.map(({ name }) => name),
      fresh.map(({ creditCode }) => creditCode),
      fresh.map(({ industry }) => industry),
      fresh.map(({ divisionCode }) => divisionCode),
    ],
  )
  await tx.run(
    `insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from)
     select $1, $2, employer, $3 from unnest($4::uuid[]) as c (employer) on conflict do nothing`,
    [unit.cell, unit.id, from.today, [...new Set(all.map(({ id }) => id))]],
  )
  await keepEmployers(
    tx,
    unit.cell,
    all.map(({ id }) => id),
    from,
  )
}
