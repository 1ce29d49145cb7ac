import type { Fact } from '@gongqiao/kernel/command/command.ts'
import {
  type Applied,
  type AppliedRow,
  type CheckedRow,
  type ImportContext,
  importKind,
  type Undone,
} from '@gongqiao/kernel/imports/kind.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { keepEmployers, keepTakenBack } from '../coverage/history.ts'
import { foldName } from '../naming/fold-name.ts'
import { employerColumns } from './columns.ts'
import { type ComparedEmployer, compareEmployers } from './compare.ts'
import { type EmployerLine, readEmployerLine } from './read-line.ts'
import { type EmployerRecord, employerRecords, markOfEmployer } from './records.ts'
import { coverThem, uncover, writeEmployers } from './write.ts'

/**
 * 用人单位: the employers of a place, with the union that covers each or without one. A sheet enters and mends; it takes no
 * employer away from a union that covers it, and never ends one.
 *
 * @see ORG-07, ORG-10, ORG-11, ORG-13
 */
export const employersImport = importKind<EmployerLine, null>({
  name: 'organization.employers',
  act: 'organization.enter_employers',
  title: { zh: '用人单位', en: 'employers' },
  columns: employerColumns,
  read: readEmployerLine,
  identity: (line, { keyring }) => ({
    key: line.creditCode ?? `${foldName(line.place ?? '')} ${foldName(line.union ?? '')} ${foldName(line.name)}`,
    print: keyring.digest('import', JSON.stringify(line)).toString('base64'),
    column: line.creditCode === null ? 'name' : 'creditCode',
  }),
  memory: () => null,
  check: async (context, rows) => (await compareEmployers(context, rows)).map(({ finding }) => finding),
  apply,
  undo,
})

type Doing = ComparedEmployer & { readonly to: EmployerRecord; readonly cell: number }

async function apply(
  context: ImportContext<null>,
  rows: readonly CheckedRow<EmployerLine>[],
): Promise<{ rows: Applied[]; facts: Fact[] }> {
  const { tx, services, today, now } = context
  const first = await compareEmployers(context, rows)
  await context.turn(first.flatMap(({ place }) => (place ? [place.cell] : [])))
  const compared = await compareEmployers(context, rows)
  const seen = new Map(rows.map(({ row, verdict }) => [row, verdict]))
  const done: Applied[] = []
  const doing: Doing[] = []
  for (const one of compared) {
    const { row, place, record, finding } = one
    if (!place || finding.verdict !== seen.get(row) || (finding.verdict !== 'new' && finding.verdict !== 'changed'))
      done.push({ row, outcome: 'stale', reason: 'organization.import.otherwise_now' })
    else doing.push({ ...one, cell: place.cell, to: asSaid(one, record ?? freshAt(place.path, newId(now.getTime()))) })
  }
  for (const [cell, some] of Map.groupBy(doing, (one) => one.cell)) {
    await writeEmployers(
      tx,
      cell,
      some.map(({ to }) => to),
    )
    const pairs = some.flatMap(({ to, union }) => (union ? [{ employer: to.id, union: union.id }] : []))
    await coverThem(tx, cell, pairs, today)
    await keepEmployers(
      tx,
      cell,
      some.map(({ to }) => to.id),
      { today, now },
    )
    for (const { row, to, record } of some) {
      const kept = record === undefined ? {} : { before: record }
      const subject = { cell, id: to.id }
      done.push({ row, outcome: 'applied', subject, mark: markOfEmployer(services, to), ...kept })
    }
  }
  return { rows: done, facts: [] }
}

const freshAt = (path: string, id: string): EmployerRecord => ({
  ...{ id, path, name: '', creditCode: null, industry: null, division: null, employees: null, union: null },
})

/** What stands there as the line says it; what the line does not say stays. */
function asSaid({ line, place, union }: ComparedEmployer, stands: EmployerRecord): EmployerRecord {
  return {
    id: stands.id,
    path: (line.place !== null && place?.path) || stands.path,
    name: line.name,
    creditCode: line.creditCode ?? stands.creditCode,
    industry: line.industry ?? stands.industry,
    division: line.division ?? stands.division,
    employees: line.employees ?? stands.employees,
    union: union?.id ?? stands.union,
  }
}

/** Takes lines back: employers that were entered are no more, others are what they were; whatever somebody has touched since stays. */
async function undo(
  context: ImportContext<null>,
  rows: readonly AppliedRow[],
): Promise<{ rows: Undone[]; facts: Fact[] }> {
  const { tx, services, today, now: at } = context
  await context.turn(rows.map(({ subject }) => subject.cell))
  const done: Undone[] = []
  for (const [cell, some] of Map.groupBy(rows, ({ subject }) => subject.cell)) {
    const ids = some.map(({ subject }) => subject.id)
    const found = new Map((await employerRecords(tx, cell, context.import.range, { ids })).map((one) => [one.id, one]))
    const untouched = some.filter(({ row, subject, mark }) => {
      const now = found.get(subject.id)
      const same = now !== undefined && markOfEmployer(services, now).equals(mark)
      done.push(
        same ? { row, outcome: 'undone' } : { row, outcome: 'kept', reason: 'organization.import.changed_since' },
      )
      return same
    })
    const fresh = untouched.flatMap(({ subject, verdict }) => (verdict === 'new' ? [subject.id] : []))
    const stood = untouched.flatMap(({ before, verdict }) => (verdict === 'new' ? [] : [asItStood(before)]))
    await uncover(tx, cell, [...fresh, ...stood.flatMap(({ id, union }) => (union === null ? [id] : []))])
    await writeEmployers(tx, cell, stood)
    await tx.run(
      `delete from organization.employer e where e.cell_id = $1 and e.id = any($2::uuid[])
         and not exists (select from organization.covered_unit c where c.cell_id = $1 and c.employer_id = e.id)`,
      [cell, fresh],
    )
    const touched = untouched.map(({ subject }) => subject.id)
    await keepEmployers(tx, cell, touched, { today, now: at }, 'never otherwise')
    await keepTakenBack(tx, cell, fresh, at)
  }
  return { rows: done, facts: [] }
}

/** Safe because `apply` kept it. */
function asItStood(before: unknown): EmployerRecord {
  return before as EmployerRecord
}
