import { hash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Services } from '../services.ts'
import { plainText } from '../sheets/plain-text.ts'
import type { Cell, Sheet, SheetRow } from '../sheets/sheet.ts'
import type { Contents } from './contents.ts'
import { plainHeading } from './headings.ts'
import type { AnyImportKind, ImportColumn, RowCells, RowFault, RowRead } from './kind.ts'
import type { SheetRecord } from './record.ts'

/** A row of the sheet after reading, before anybody asked the network. */
export type ReadSheetRow = {
  readonly number: number
  readonly rank: number
  readonly read: RowRead<unknown>
  readonly contents: Contents
}

/** What a check needs to know of a whole sheet: which rows repeat or contradict one another. */
export type Repeats = {
  /** Rows that came first and were contradicted later, with the row that did. */
  readonly contradicted: Map<number, { readonly column: string; readonly by: number }>
}

/** A row that ends a list on paper, not a person: 合计 12 人, 填表人：…, 注：…. */
const footing = /^(?:合计|总计|小计|总数|备注|说明|填表|制表|审核|负责人|单位[（(]盖章|注[:：])/
/** After so many rows other work of the process has its turn. */
const rowsABreath = 100

type Plan = {
  readonly columns: readonly { readonly index: number; readonly column: ImportColumn; readonly heading: string }[]
  readonly lastHeader: number
}

function planOf(kind: AnyImportKind, sheet: SheetRecord): Plan {
  const known = new Map(kind.columns.map((column) => [column.key, column]))
  const columns = sheet.columns.flatMap(({ index, key, heading }) => {
    const column = key === null ? undefined : known.get(key)
    return column && !column.dropped ? [{ index, column, heading: plainHeading(heading) }] : []
  })
  return { columns, lastHeader: Math.max(0, ...sheet.headerRows) }
}

/** Headings printed again on a later page, the notes of our own template, the foot of a list. */
function isNoPerson({ columns }: Plan, cells: readonly Cell[]): boolean {
  const texts = columns.map(({ index }) => plainText(cells[index]?.text ?? ''))
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return true
  const repeats = columns.filter(
    ({ heading, column }, at) =>
      texts[at] !== '' &&
      (plainHeading(texts[at] ?? '') === heading || texts[at] === column.note?.zh || texts[at] === column.note?.en),
  )
  if (repeats.length === filled.length) return true
  const first = cells.map(({ text }) => plainText(text)).find((text) => text !== '') ?? ''
  return footing.test(first) && filled.length <= Math.max(1, columns.length / 2)
}

/** The cells of a row by column key; formulas and a spreadsheet's own errors are faults, never values. */
function cellsOf({ columns }: Plan, cells: readonly Cell[]): { cells: RowCells; faults: RowFault[] } {
  const found: Record<string, Cell> = {}
  const faults: RowFault[] = []
  for (const { index, column } of columns) {
    const cell = cells[index]
    if (!cell || plainText(cell.text) === '') continue
    if (cell.kind === 'formula') faults.push({ column: column.key, code: 'imports.formula_cell' })
    else if (cell.kind === 'fault') faults.push({ column: column.key, code: 'imports.error_cell' })
    else if (!cell.text.isWellFormed()) faults.push({ column: column.key, code: 'imports.broken_text' })
    else found[column.key] = cell
  }
  return { cells: found, faults }
}

/** A row's faults, without a second word about a cell that was not read. */
function together(own: readonly RowFault[], read: RowRead<unknown>): RowRead<unknown> {
  if (own.length === 0) return read
  const spoken = new Set(own.map(({ column }) => column))
  const more = 'faults' in read ? read.faults.filter(({ column }) => !spoken.has(column)) : []
  return { faults: [...own, ...more] }
}

/**
 * Reads the rows of a sheet one by one: whatever is wrong with a row is named at once, and rows that repeat or contradict
 * an earlier one are told apart. Lets other work of the process run between.
 *
 * @param repeats filled while reading; what it says of earlier rows holds when all have been read
 */
export async function* readRows(
  sheet: Sheet,
  kind: AnyImportKind,
  record: SheetRecord,
  services: Services,
  today: string,
  repeats: Repeats,
  memory: unknown,
): AsyncGenerator<ReadSheetRow> {
  const plan = planOf(kind, record)
  const first = new Map<string, { readonly number: number; readonly print: string }>()
  let breath = 0
  for await (const row of sheet.rows()) {
    if (row.row <= plan.lastHeader || isNoPerson(plan, row.cells)) continue
    yield readRow(row)
    if (++breath % rowsABreath === 0) await breathe()
  }

  function readRow({ row: number, cells: given }: SheetRow): ReadSheetRow {
    const { cells, faults } = cellsOf(plan, given)
    const read = unrepeated(number, together(faults, kind.read(cells, today)))
    if ('faults' in read) {
      kind.unread?.(memory, cells)
      return { number, rank: 0, read, contents: { shown: shownOf(given) } }
    }
    const { value } = read
    const contents = kind.shown ? { value } : { shown: shownOf(given), value }
    return { number, rank: kind.rank?.(value) ?? 0, read, contents }
  }

  function shownOf(given: readonly Cell[]): { readonly [column: string]: string } {
    return Object.fromEntries(
      plan.columns.flatMap(({ index, column }) => {
        const text = plainText(given[index]?.text ?? '').toWellFormed()
        return text === '' ? [] : [[column.key, column.mask ? column.mask(text) : text] as const]
      }),
    )
  }

  function unrepeated(number: number, read: RowRead<unknown>): RowRead<unknown> {
    const identity = 'faults' in read ? undefined : kind.identity?.(read.value, services)
    if (!identity) return read
    const { column } = identity
    // Short texts of their own: a piece of the sheet would keep all of it in memory.
    const [key, print] = [hash('sha1', identity.key, 'base64'), hash('sha1', identity.print, 'base64')]
    const before = first.get(key)
    if (!before) {
      first.set(key, { number, print })
      return read
    }
    if (before.print === print) {
      return { faults: [{ column, code: 'imports.repeated_row', variables: { row: before.number } }] }
    }
    repeats.contradicted.set(before.number, { column, by: number })
    return { faults: [{ column, code: 'imports.contradicting_row', variables: { row: before.number } }] }
  }
}
