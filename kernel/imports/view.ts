import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { Language } from '../shared/texts.ts'
import type { FaultCount, ImportStep, ImportView, KnownColumn } from './contract.ts'
import type { AnyImportKind, ImportColumn } from './kind.ts'
import { type ImportParts, kindNamed } from './parts.ts'
import { type ImportRecord, keptUntil } from './record.ts'

/** A column as screens know it. */
export function knownColumn(column: ImportColumn, language: Language): KnownColumn {
  const { key, required } = column
  return {
    key,
    title: column.title[language],
    required,
    note: column.note?.[language] ?? null,
    dropped: column.dropped?.[language] ?? null,
  }
}

/** Groups of columns of which one must be there and none is, as titles: `身份证号` or `单位名称/信用代码`. */
export function missingColumns(kind: AnyImportKind, keys: ReadonlySet<string>, language: Language): string[] {
  const needed = [...kind.columns.filter(({ required }) => required).map(({ key }) => [key]), ...(kind.needs ?? [])]
  const titleOf = (key: string) => kind.columns.find((column) => column.key === key)?.title[language] ?? key
  return needed.filter((group) => !group.some((key) => keys.has(key))).map((group) => group.map(titleOf).join('/'))
}

/** What may be done now. */
export function stepsOf(record: ImportRecord, kind: AnyImportKind): ImportStep[] {
  const { state, counts, outcomes } = record
  const standing = outcomes.applied + outcomes.asked > 0
  if (record.letGoAt !== null) return []
  switch (state) {
    case 'uploaded':
      return ['map', 'cancel']
    case 'checking':
      return ['cancel']
    case 'checked':
      return [
        'map',
        ...(counts.ambiguous > 0 ? (['settle'] as const) : []),
        ...(counts.new + counts.changed + counts.needs_person > 0 ? (['run'] as const) : []),
        ...(counts.gone > 0 && kind.leaving ? (['leave'] as const) : []),
        ...(standing ? (['undo'] as const) : []),
        'cancel',
      ]
    case 'running':
      return ['cancel']
    case 'done':
      return [
        ...(standing ? (['undo'] as const) : []),
        ...(counts.gone > 0 && kind.leaving ? (['leave'] as const) : []),
      ]
    case 'cancelled':
    case 'failed':
      return standing ? ['undo'] : []
    default:
      return []
  }
}

/** The import as its clerk sees it, in the clerk's language. */
export async function importView(
  tx: Tx,
  services: Services,
  parts: ImportParts,
  record: ImportRecord,
  language: Language,
): Promise<ImportView> {
  const kind = kindNamed(parts, record.kind)
  const { sheet, counts } = record
  const keys = new Set(sheet.columns.flatMap(({ key }) => key ?? []))
  const rowsToDo =
    record.state === 'running'
      ? counts.new + counts.changed + counts.needs_person
      : record.state === 'undoing'
        ? record.outcomes.applied + record.outcomes.asked
        : record.total
  return {
    cell: record.cell,
    import: record.id,
    kind: record.kind,
    title: kind.title[language],
    unit: { id: record.unit, name: record.unitName },
    fileName: record.fileName,
    state: record.state,
    steps: stepsOf(record, kind),
    sheets: [...sheet.names],
    sheet: sheet.name,
    headerRows: [...sheet.headerRows],
    sheetColumns: sheet.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    knownColumns: kind.columns.map((column) => knownColumn(column, language)),
    missing: missingColumns(kind, keys, language),
    dropped: kind.columns.flatMap((column) => (keys.has(column.key) ? (column.dropped?.[language] ?? []) : [])),
    total: record.total,
    progress: { done: record.done, of: rowsToDo },
    counts: {
      new: counts.new,
      changed: counts.changed,
      same: counts.same,
      needsPerson: counts.needs_person,
      ambiguous: counts.ambiguous,
      invalid: counts.invalid,
      gone: counts.gone,
    },
    outcomes: record.outcomes,
    faults: await faultsOf(tx, services, record, kind, language),
    trouble: record.trouble === null ? null : services.say(language, record.trouble, record.troubleVariables ?? {}),
    by: record.byWords,
    createdAt: record.createdAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
    keptUntil: keptUntil(record).toISOString(),
  }
}

async function faultsOf(
  tx: Tx,
  services: Services,
  { cell, id }: ImportRecord,
  kind: AnyImportKind,
  language: Language,
): Promise<FaultCount[]> {
  const rows = await tx.many<{ column: string; code: string; rows: number }>(
    `select column_key as column, code, rows from kernel.import_fault
     where cell_id = $1 and import_id = $2 and rows > 0 order by rows desc, column_key, code limit 200`,
    [cell, id],
  )
  return rows.map(({ column, code, rows: count }) => ({
    column,
    title: titleOf(kind, column, language),
    code,
    // The row that is meant differs from fault to fault.
    text: services.say(language, code, { row: '…' }),
    rows: count,
  }))
}

/** A column's title; what concerns no column has none. */
export function titleOf(kind: AnyImportKind, column: string, language: Language): string {
  return kind.columns.find(({ key }) => key === column)?.title[language] ?? ''
}
