import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Applied, CheckedRow, ImportContext, ReadRow } from '@gongqiao/kernel/imports/kind.ts'
import { settleUnitName } from '../unit-aliases.ts'
import { asLineSays, changeUnits } from './change-units.ts'
import { type Compared, compare } from './compare.ts'
import { isId, parentQuestion } from './parents.ts'
import type { UnitLine } from './read-line.ts'
import { markOfUnit, type UnitRecord, unitRecords } from './records.ts'
import { foundUnits } from './write-units.ts'

type Result = { rows: Applied[]; facts: Fact[] }

/** Deeper no sheet goes: a union below a union below a union of the same sheet. */
const wavesAtMost = 8

/**
 * Does what the dry run found of lines: founds unions, those above before those below, and writes over what a line says
 * otherwise. What has become otherwise since the clerk saw it is left alone and said.
 */
export async function applyUnits(context: ImportContext, rows: readonly CheckedRow<UnitLine>[]): Promise<Result> {
  const first = await compare(context, rows)
  await context.turn(first.flatMap(({ parent, record }) => [parent?.cell, record?.cell].filter(isCell)))
  await settleParents(context, rows)
  const seen = new Map(rows.map((row) => [row.row, row]))
  const result: Result = { rows: [], facts: [] }
  let waiting: readonly ReadRow<UnitLine>[] = rows
  for (let wave = 0; wave < wavesAtMost && waiting.length > 0; wave++) {
    const compared = await compare(context, waiting)
    const asSeen = compared.filter(({ row, finding, record }) => {
      const before = seen.get(row)
      return before?.verdict === finding.verdict && before.subject?.id === record?.id
    })
    if (asSeen.length === 0) break
    result.rows.push(...(await found(context, asSeen, result.facts)), ...(await change(context, asSeen)))
    const done = new Set(asSeen.map(({ row }) => row))
    waiting = waiting.filter(({ row }) => !done.has(row))
  }
  for (const { row } of waiting)
    result.rows.push({ row, outcome: 'stale', reason: 'organization.import.otherwise_now' })
  return result
}

const isCell = (cell: number | undefined) => cell !== undefined

async function found(context: ImportContext, compared: readonly Compared[], facts: Fact[]): Promise<Applied[]> {
  const units = compared.flatMap(({ row, line, parent, finding }) =>
    finding.verdict === 'new' && parent ? [{ row, line, parent }] : [],
  )
  if (units.length === 0) return []
  const placed = await foundUnits(context, units)
  facts.push(
    ...placed.map(({ id, parent }) => ({
      ...{ cell: parent.cell, name: 'organization.founded', body: { unit: id, parent: parent.id } },
    })),
  )
  return applied(
    context,
    placed.map(({ row, id }) => ({ row, id, before: undefined })),
  )
}

async function change(context: ImportContext, compared: readonly Compared[]): Promise<Applied[]> {
  const changes = compared.flatMap(({ row, line, record, finding }) =>
    finding.verdict === 'changed' && record
      ? [{ row, before: record, after: asLineSays(line, record, finding.columns) }]
      : [],
  )
  await changeUnits(context, changes)
  return applied(
    context,
    changes.map(({ row, before }) => ({ row, id: before.id, before })),
  )
}

async function applied(
  { tx, services, import: { range } }: ImportContext,
  done: readonly { readonly row: number; readonly id: string; readonly before: UnitRecord | undefined }[],
): Promise<Applied[]> {
  const now = await unitRecords(tx, range, { ids: done.map(({ id }) => id) })
  const byId = new Map(now.map((record) => [record.id, record]))
  return done.map(({ row, id, before }) => {
    const record = byId.get(id)
    if (!record) throw new Error('a union that was written is there')
    const subject = { cell: record.cell, id }
    return { row, outcome: 'applied', subject, mark: markOfUnit(services, record), ...(before && { before }) }
  })
}

/** What the clerk said of a union above is known from now on, to every sheet and search. */
async function settleParents(context: ImportContext, rows: readonly CheckedRow<UnitLine>[]): Promise<void> {
  const { tx, now, actor, choices } = context
  for (const name of new Set(rows.flatMap(({ value }) => value.parent ?? []))) {
    const choice = choices.get(parentQuestion(name))
    if (choice !== undefined && isId(choice))
      await settleUnitName(tx, { text: name, unit: choice, range: context.import.range }, { now, post: actor.post.id })
  }
}
