import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { AppliedRow, ImportContext, Undone } from '@gongqiao/kernel/imports/kind.ts'
import { writeUnitKeys } from '../unit-keys.ts'
import { changeUnits } from './change-units.ts'
import { markOfUnit, type UnitRecord, unitRecords } from './records.ts'

/** Unions of a cell that hold people, from the module that knows. */
export type HoldsPeople = (tx: Tx, cell: number) => Promise<ReadonlySet<string>>

/**
 * Takes lines back: unions that were founded close again, unions that were changed are what they were. Whatever somebody
 * has touched since stays, with the reason: a change, a union below, an officer, a member.
 */
export async function undoUnits(
  context: ImportContext,
  rows: readonly AppliedRow[],
  holdsPeople: HoldsPeople,
): Promise<{ rows: Undone[]; facts: Fact[] }> {
  await context.turn(rows.map(({ subject }) => subject.cell))
  const {
    tx,
    services,
    import: { range },
  } = context
  const records = new Map(
    (await unitRecords(tx, range, { ids: rows.map(({ subject }) => subject.id) })).map((unit) => [unit.id, unit]),
  )
  const founded = rows.filter(({ verdict }) => verdict === 'new')
  const used = await usedUnits(tx, founded, holdsPeople)
  const kept: Undone[] = []
  const untouched: { readonly row: AppliedRow; readonly unit: UnitRecord }[] = []
  for (const row of rows) {
    const unit = records.get(row.subject.id)
    const reason = reasonToKeep(unit && markOfUnit(services, unit).equals(row.mark), used.get(row.subject.id))
    if (reason !== undefined) kept.push({ row: row.row, outcome: 'kept', reason })
    else if (unit) untouched.push({ row, unit })
  }
  const closing = await withoutChildren(
    tx,
    untouched.filter(({ row }) => row.verdict === 'new').map(({ unit }) => unit),
  )
  await closeUnits(context, closing.closed)
  await changeUnits(
    context,
    untouched
      .filter(({ row }) => row.verdict === 'changed')
      .map(({ row, unit }) => ({ before: unit, after: asItStood(row.before) })),
  )
  const withBelow = new Set(closing.kept.map(({ id }) => id))
  const undone = untouched.map(
    ({ row, unit }): Undone =>
      withBelow.has(unit.id)
        ? { row: row.row, outcome: 'kept', reason: 'organization.import.has_unions_below' }
        : { row: row.row, outcome: 'undone' },
  )
  const facts = closing.closed.map(
    ({ id, cell }): Fact => ({ cell, name: 'organization.founding_undone', body: { unit: id } }),
  )
  return { rows: [...kept, ...undone], facts }
}

function reasonToKeep(same: boolean | undefined, used: string | undefined): string | undefined {
  if (same === undefined) return 'organization.import.closed_since'
  return same ? used : 'organization.import.changed_since'
}

/** Unions that have become somebody's since: a reason by id. */
async function usedUnits(
  tx: Tx,
  rows: readonly AppliedRow[],
  holdsPeople: HoldsPeople,
): Promise<ReadonlyMap<string, string>> {
  const used = new Map<string, string>()
  for (const [cell, some] of Map.groupBy(rows, ({ subject }) => subject.cell)) {
    const people = await holdsPeople(tx, cell)
    const ids = some.map(({ subject }) => subject.id)
    const staffed = await tx.many<{ id: string }>(
      `select unit_id as id from kernel.post where unit_id = any($1::uuid[])
       union
       select unit_id from organization.officer_invitation where cell_id = $2 and unit_id = any($1::uuid[]) and revoked_at is null`,
      [ids, cell],
    )
    for (const { id } of staffed) used.set(id, 'organization.import.has_officers')
    for (const id of ids) if (people.has(id)) used.set(id, 'organization.import.has_people')
  }
  return used
}

/** Those that have no open union below but such as close with them, deepest first. */
async function withoutChildren(
  tx: Tx,
  units: readonly UnitRecord[],
): Promise<{ closed: readonly UnitRecord[]; kept: readonly UnitRecord[] }> {
  const deepest = units.toSorted((a, b) => b.path.length - a.path.length)
  const closing = new Set(deepest.map(({ id }) => id))
  const below = await tx.many<{ id: string; parent: string }>(
    `select id, parent_id as parent from organization.unit where parent_id = any($1::uuid[]) and state <> 'closed'`,
    [[...closing]],
  )
  const childrenOf = Map.groupBy(below, ({ parent }) => parent)
  for (const { id } of deepest) if (childrenOf.get(id)?.some((child) => !closing.has(child.id))) closing.delete(id)
  return { closed: deepest.filter(({ id }) => closing.has(id)), kept: deepest.filter(({ id }) => !closing.has(id)) }
}

/** A union is never deleted: its place and history stay, closed from today. */
async function closeUnits({ tx, now, today }: ImportContext, units: readonly UnitRecord[]): Promise<void> {
  if (units.length === 0) return
  const ids = units.map(({ id }) => id)
  await tx.run(
    `with closed as (
       update organization.unit set state = 'closed', credit_code = null where id = any($1::uuid[]) returning parent_id
     ), ended as (
       update organization.unit_history h set valid_to = case when h.valid_from < $2 then $2 end,
         superseded_at = case when h.valid_from < $2 then null else $3::timestamptz end
       where h.unit_id = any($1::uuid[]) and h.valid_to is null and h.superseded_at is null
       returning h.unit_id, h.name, h.short_name, h.level, h.valid_from
     ), told as (
       insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state)
       select unit_id, greatest($2, valid_from), $3, name, short_name, level, 'closed' from ended
     )
     update organization.unit u set children = u.children - n.closed
     from (select parent_id, count(*) as closed from closed group by parent_id) n
     where u.id = n.parent_id and u.id <> all($1::uuid[])`,
    [ids, today, now],
  )
  await tx.run('update organization.unit set children = 0 where id = any($1::uuid[]) and children > 0', [ids])
  await tx.run('delete from organization.credit_code_directory where unit_id = any($1::uuid[])', [ids])
  await tx.run('delete from organization.credit_code_dispute where unit_id = any($1::uuid[])', [ids])
  await writeUnitKeys(tx, ids)
}

/** Safe because `applyUnits` kept it. */
function asItStood(before: unknown): UnitRecord {
  return before as UnitRecord
}
