import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { AppliedRow, ImportContext, Undone } from '@gongqiao/kernel/imports/kind.ts'
import { restoreListed, takeBackListed } from '@gongqiao/modules/people/index.ts'
import { followPhones, mendRosterRows, movedFacts, type RowAsItStood } from './change.ts'
import { putBackDetails } from './details.ts'
import { bringBack, type Left } from './leave.ts'
import { markOf, type RosterRecord, recordsById } from './records.ts'

type Result = { rows: Undone[]; facts: Fact[] }
type Standing = AppliedRow & { readonly record: RosterRecord }

/**
 * Takes lines of a roster back: rows it entered go, rows it changed are what they were, requests are withdrawn. Whatever
 * somebody has touched since (claimed, changed, joined a later sheet) stays, with the reason.
 */
export async function undoLines(context: ImportContext, rows: readonly AppliedRow[]): Promise<Result> {
  await context.turn(rows.map(({ subject }) => subject.cell))
  const result: Result = { rows: [], facts: [] }
  for (const [cell, some] of Map.groupBy(rows, ({ subject }) => subject.cell)) {
    for (const part of [await undoInCell(context, cell, some)]) {
      result.rows.push(...part.rows)
      result.facts.push(...part.facts)
    }
  }
  return result
}

async function undoInCell(context: ImportContext, cell: number, rows: readonly AppliedRow[]): Promise<Result> {
  const { tx, services } = context
  const left = rows.filter(({ verdict, before }) => verdict === 'gone' && before !== undefined)
  const others = rows.filter((row) => !left.includes(row))
  const records = new Map(
    (
      await recordsById(
        tx,
        cell,
        others.map(({ subject }) => subject.id),
      )
    ).map((record) => [record.membership, record]),
  )
  const kept: Undone[] = []
  const untouched: Standing[] = []
  for (const row of others) {
    const record = records.get(row.subject.id)
    const reason = reasonToKeep(row, record && { ...record, mark: markOf(services, record) })
    if (reason !== undefined) kept.push({ row: row.row, outcome: 'kept', reason })
    else if (record) untouched.push({ ...row, record })
  }
  const back = await bringBack(
    context,
    cell,
    left.map(({ row, before }) => ({ row, before: asLeft(before) })),
  )
  const answered = new Set(
    await withdraw(
      context,
      cell,
      untouched.filter(({ verdict }) => verdict === 'needs_person' || verdict === 'gone'),
    ),
  )
  const facts = [
    ...(await takeBack(
      context,
      cell,
      untouched.filter(({ verdict }) => verdict === 'new'),
    )),
    ...(await restore(
      context,
      cell,
      untouched.filter(({ verdict }) => verdict === 'changed'),
    )),
  ]
  const undone = untouched.map((standing): Undone => {
    const { row } = standing
    if (!answered.has(standing)) return { row, outcome: 'undone' }
    return { row, outcome: 'kept', reason: 'membership.import.answered_since' }
  })
  return { rows: [...kept, ...undone, ...back.rows], facts: [...facts, ...back.facts] }
}

/** Why a row stays: the key of a text, or undefined where nobody has touched it. */
function reasonToKeep(
  row: AppliedRow,
  now: (RosterRecord & { readonly mark: Buffer }) | undefined,
): string | undefined {
  if (!now) return 'membership.import.ended_since'
  if (row.verdict === 'needs_person' || row.verdict === 'gone') return undefined
  if (now.claimed || (row.verdict === 'new' && now.status !== 'listed')) return 'membership.import.claimed_since'
  return now.mark.equals(row.mark) ? undefined : 'membership.import.changed_since'
}

async function takeBack({ tx }: ImportContext, cell: number, rows: readonly Standing[]): Promise<Fact[]> {
  if (rows.length === 0) return []
  await tx.run('select membership.take_back_listed($1, $2::uuid[])', [cell, rows.map(({ subject }) => subject.id)])
  await takeBackListed(
    tx,
    cell,
    rows.map(({ record }) => record.person),
  )
  return [...Map.groupBy(rows, ({ record }) => record.unit)].map(([unit, some]) => ({
    ...{ cell, name: 'membership.status_changed', body: { unit, from: 'listed', to: null, people: some.length } },
  }))
}

async function restore({ tx, now }: ImportContext, cell: number, rows: readonly Standing[]): Promise<Fact[]> {
  if (rows.length === 0) return []
  const stood = rows.map(({ before, record }) => ({ record, before: asItStood(before) }))
  const listed = stood.filter(({ record }) => record.status === 'listed')
  await restoreListed(
    tx,
    cell,
    listed.map(({ before }) => before.person),
  )
  await mendRosterRows(
    tx,
    cell,
    listed.map(({ before }) => before),
    now,
  )
  await followPhones(
    tx,
    cell,
    listed.map(({ before }) => before.membership),
  )
  await putBackDetails(
    tx,
    cell,
    stood.map(({ before }) => before),
  )
  return movedFacts(
    cell,
    listed.map(({ before, record }) => ({ from: record.unit, to: before.unit })),
  )
}

/** Withdraws requests that still wait; gives the rows whose people had answered before. */
async function withdraw(
  { tx, now, import: { id } }: ImportContext,
  cell: number,
  rows: readonly Standing[],
): Promise<Standing[]> {
  if (rows.length === 0) return []
  const withdrawn = await tx.many<{ membership: string }>(
    `update membership.roster_request set ended_at = $4, answer = 'withdrawn'
     where cell_id = $1 and membership_id = any($2::uuid[]) and import_id = $3 and ended_at is null
     returning membership_id as membership`,
    [cell, rows.map(({ subject }) => subject.id), id, now],
  )
  const waited = new Set(withdrawn.map(({ membership }) => membership))
  return rows.filter(({ subject }) => !waited.has(subject.id))
}

/** Safe because `changeLines` kept it. */
function asItStood(before: unknown): RowAsItStood {
  return before as RowAsItStood
}

/** Safe because `letLeave` kept it. */
function asLeft(before: unknown): Left {
  return before as Left
}
