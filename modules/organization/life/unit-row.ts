import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { lastPlaceBelow } from '../next-place.ts'
import { findOpenUnit, type OpenUnit } from '../open-unit.ts'
import { pathLabel } from '../reference/unions.ts'
import { writeUnitKeys } from '../unit-keys.ts'

/** What of a union is another from a day on. */
export type NewSelf = {
  readonly state?: 'active' | 'closing' | 'closed'
  readonly name?: string
  readonly shortName?: string
  readonly divisionCode?: string
  readonly successor?: string
}

type From = { readonly today: string; readonly now: Date }

/**
 * Writes a union over from today, with a line in its history: one that began today was wrong and is superseded, an earlier
 * one ends. Its posts are called as it is called, and it is found by its names.
 */
export async function writeUnit(tx: Tx, unit: string, self: NewSelf, { today, now }: From): Promise<void> {
  await tx.run(
    `update organization.unit set state = coalesce($2, state), name = coalesce($3, name), short_name = coalesce($4, short_name),
       division_code = coalesce($5, division_code), successor_id = coalesce($6, successor_id) where id = $1`,
    [
      unit,
      self.state ?? null,
      self.name ?? null,
      self.shortName ?? null,
      self.divisionCode ?? null,
      self.successor ?? null,
    ],
  )
  await tx.run(
    `update organization.unit_history set superseded_at = case when valid_from >= $2::date then $3::timestamptz end,
       valid_to = case when valid_from < $2::date then $2::date end
     where unit_id = $1 and valid_to is null and superseded_at is null`,
    [unit, today, now],
  )
  await tx.run(
    `insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state, credit_code, division_code)
     select id, $2, $3, name, short_name, level, state, credit_code, division_code from organization.unit where id = $1
     on conflict (unit_id, valid_from, recorded_at) do update set name = excluded.name, short_name = excluded.short_name,
       state = excluded.state, credit_code = excluded.credit_code, division_code = excluded.division_code, superseded_at = null`,
    [unit, today, now],
  )
  if (self.name !== undefined)
    await tx.run('update kernel.post set unit_name = $2 where unit_id = $1', [unit, self.name])
  await writeUnitKeys(tx, [unit])
}

/**
 * Locks unions in the order of their ids, so that two changes never wait for each other in a ring, and gives them as they
 * are then.
 *
 * Refuses `kernel.absent` where one is not there.
 */
export async function lockUnits(tx: Tx, ids: readonly string[]): Promise<OpenUnit[]> {
  await tx.run('select from organization.unit where id = any($1::uuid[]) order by id for update', [ids])
  const units: OpenUnit[] = []
  for (const id of ids) {
    const unit = await findOpenUnit(tx, id)
    if (!unit) throw absent()
    units.push(unit)
  }
  return units
}

/** Refuses `organization.unit_not_active` for a union that is closing or closed. */
export function demandActive(...units: readonly OpenUnit[]): void {
  if (units.some(({ state }) => state !== 'active')) throw new Refusal('organization.unit_not_active')
}

/** The next free place below a union. Whoever else takes one below it waits: its row is locked. */
export async function nextPlaceBelow(tx: Tx, parent: Pick<OpenUnit, 'cell_id' | 'path'>): Promise<string> {
  const last = await lastPlaceBelow(tx, { cell: parent.cell_id, path: parent.path })
  return parent.path + pathLabel(last + 1)
}

/** Another union leads from today: the link before ends, or never was where it began today (ORG-01). */
export async function linkToParent(tx: Tx, unit: string, parent: string, { today, now }: From): Promise<void> {
  await tx.run(
    `update organization.parent_link set superseded_at = case when valid_from >= $2::date then $3::timestamptz end,
       valid_to = case when valid_from < $2::date then $2::date end
     where unit_id = $1 and kind = 'LEADING' and valid_to is null and superseded_at is null`,
    [unit, today, now],
  )
  await tx.run(
    `insert into organization.parent_link (unit_id, parent_id, kind, valid_from, recorded_at) values ($1, $2, 'LEADING', $3, $4)
     on conflict (unit_id, kind, valid_from, recorded_at) do update set parent_id = excluded.parent_id, superseded_at = null`,
    [unit, parent, today, now],
  )
}

/** So many more or fewer unions stand directly below. */
export async function countChildren(tx: Tx, parent: string | null, more: number): Promise<void> {
  if (parent !== null && more !== 0)
    await tx.run('update organization.unit set children = children + $2 where id = $1', [parent, more])
}
