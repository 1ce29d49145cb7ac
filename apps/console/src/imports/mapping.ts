import type { ImportView, KnownColumn, Mapping, SheetColumn } from '@gongqiao/modules/people/contract.ts'

/** What of an import says which column is what. */
export type Headings = Pick<ImportView, 'sheet' | 'headerRows' | 'sheetColumns' | 'knownColumns'>
/** Our columns by key, each with the column of the sheet it is read from. */
export type Assigned = ReadonlyMap<string, number>

/** Our columns that are kept: the clerk says where each stands. */
export const keptColumns = ({ knownColumns }: Pick<Headings, 'knownColumns'>): KnownColumn[] =>
  knownColumns.filter(({ dropped }) => dropped === null)

/** What the server proposes. */
export function proposed(headings: Headings): Assigned {
  const kept = new Set(keptColumns(headings).map(({ key }) => key))
  return new Map(
    headings.sheetColumns.flatMap(({ index, key }) => (key !== null && kept.has(key) ? [[key, index] as const] : [])),
  )
}

/** Says where one of our columns stands, or that the sheet has none; what stood there before is told apart from it. */
export function assign(assigned: Assigned, key: string, index: number | null): Assigned {
  const next = new Map([...assigned].filter(([other, at]) => other !== key && at !== index))
  if (index !== null) next.set(key, index)
  return next
}

/** Required columns that the sheet has none for. */
export function missingIn(headings: Headings, assigned: Assigned): KnownColumn[] {
  return keptColumns(headings).filter(({ key, required }) => required && !assigned.has(key))
}

/** Columns of the sheet that are not read, with our reason where we know the column. */
export function leftOut(headings: Headings, assigned: Assigned): { column: SheetColumn; why: string | null }[] {
  const read = new Set(assigned.values())
  return headings.sheetColumns
    .filter(({ index }) => !read.has(index))
    .map((column) => ({ column, why: reasonOf(headings, column) }))
}

/** The mapping to send: known columns that are dropped keep their name, so that the reason is told again. */
export function asMapping(headings: Headings, assigned: Assigned): Mapping {
  const keys = new Map([...assigned].map(([key, index]) => [index, key]))
  return {
    ...(headings.sheet !== '' && { sheet: headings.sheet }),
    headerRows: headings.headerRows,
    columns: headings.sheetColumns.map((column) => ({
      index: column.index,
      key: keys.get(column.index) ?? (reasonOf(headings, column) === null ? null : column.key),
    })),
  }
}

function reasonOf({ knownColumns }: Headings, { key }: SheetColumn): string | null {
  return knownColumns.find((known) => known.key === key)?.dropped ?? null
}
