import type { Finding, ImportContext, ReadRow, RowFault } from '@gongqiao/kernel/imports/kind.ts'
import { findParents, type ParentFound } from '../units-import/parents.ts'
import type { UnitRecord } from '../units-import/records.ts'
import type { EmployerLine } from './read-line.ts'
import { type EmployerRecord, employerRecords } from './records.ts'

/** A line beside what stands in the register of employers. */
export type ComparedEmployer = {
  readonly row: number
  readonly line: EmployerLine
  readonly finding: Finding
  /** At whose place it stands. */
  readonly place: UnitRecord | undefined
  readonly union: UnitRecord | undefined
  readonly record: EmployerRecord | undefined
}

/** Levels whose place spans several counties: no employer stands there. */
const wide: ReadonlySet<string> = new Set(['nation', 'province', 'prefecture', 'industry'])

/**
 * Compares lines with the employers of the import's scope: the same credit code, else the same name at the same place where
 * neither has a code. What lies outside the scope is never looked at.
 *
 * @see ORG-07, ORG-10, ORG-11
 */
export async function compareEmployers(
  context: ImportContext,
  rows: readonly ReadRow<EmployerLine>[],
): Promise<ComparedEmployer[]> {
  const found = await findParents(
    context,
    rows.flatMap(({ value }) => [value.place, value.union ?? value.place]),
  )
  const sides = rows.map(({ row, value: line }) => ({ row, line, ...sidesOf(line, found) }))
  const known = new Map<string, EmployerRecord>()
  for (const [cell, some] of Map.groupBy(sides, ({ place }) => place?.cell)) {
    if (cell === undefined) continue
    const asked = {
      codes: some.flatMap(({ line }) => line.creditCode ?? []),
      names: some.flatMap(({ line }) => (line.creditCode === null ? [line.name] : [])),
    }
    for (const record of await employerRecords(context.tx, cell, context.import.range, asked))
      known.set(keyOf(cell, record.creditCode, record.path, record.name), record)
  }
  return sides.map(({ row, line, place, union, faults, question }) => {
    const record = place && known.get(keyOf(place.cell, line.creditCode, place.path, line.name))
    const finding = findingOf(line, { place, union, faults, question }, record)
    return { row, line, place, union, record, finding }
  })
}

const keyOf = (cell: number, code: string | null, path: string, name: string) =>
  code === null ? `${cell} ${path} ${name}` : `${cell} ${code}`

type Sides = {
  readonly place: UnitRecord | undefined
  readonly union: UnitRecord | undefined
  readonly faults: readonly RowFault[]
  readonly question: Finding | undefined
}

/** Where it stands and who covers it; one that is covered stands at its union's place unless the line says another. */
function sidesOf(line: EmployerLine, found: ReadonlyMap<string | null, ParentFound>): Sides {
  const faults: RowFault[] = []
  let question: Finding | undefined
  const read = (column: 'place' | 'union', name: string | null): UnitRecord | undefined => {
    const one = found.get(name)
    if (!one) return undefined
    if ('unit' in one) return one.unit
    if ('question' in one) question ??= { verdict: 'ambiguous', question: { ...one.question, column } }
    else {
      const code =
        one.fault === 'organization.import.unit_closing' ? one.fault : `organization.import.${column}_unknown`
      faults.push({ column, code })
    }
    return undefined
  }
  const union = line.union === null ? undefined : read('union', line.union)
  const said = line.place !== null || line.union === null ? read('place', line.place) : undefined
  const place = line.place === null && union ? union : said
  if (place && wide.has(place.level)) faults.push({ column: 'place', code: 'organization.import.place_too_wide' })
  if (place && union && place.cell !== union.cell)
    faults.push({ column: 'union', code: 'organization.import.union_elsewhere' })
  return { place, union, faults, question }
}

function findingOf(
  line: EmployerLine,
  { place, union, faults, question }: Sides,
  record: EmployerRecord | undefined,
): Finding {
  if (faults.length > 0) return { verdict: 'invalid', faults }
  if (question) return question
  if (!place || !record) return { verdict: 'new' }
  if (union && record.union !== null && record.union !== union.id)
    return { verdict: 'invalid', faults: [{ column: 'union', code: 'organization.import.covered_already' }] }
  const subject = { cell: place.cell, id: record.id }
  const columns = changedEmployerColumns(line, { place, union }, record)
  return columns.length === 0 ? { verdict: 'same', subject } : { verdict: 'changed', subject, columns }
}

/** Columns in which a line says something, and something else than stands there. */
export function changedEmployerColumns(
  line: EmployerLine,
  { place, union }: Pick<Sides, 'place' | 'union'>,
  record: EmployerRecord,
): string[] {
  const says: readonly (readonly [string, string | number | null | undefined, string | number | null])[] = [
    ['name', line.name, record.name],
    ['industry', line.industry, record.industry],
    ['division', line.division, record.division],
    ['employees', line.employees, record.employees],
    ['place', line.place === null ? null : place?.path, record.path],
    ['union', union?.id, record.union],
  ]
  return says.flatMap(([column, said, stands]) =>
    said !== null && said !== undefined && said !== stands ? [column] : [],
  )
}
