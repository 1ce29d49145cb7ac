import type { Sheet, SheetRow } from '../sheets/sheet.ts'

const rowsLookedAt = 40

/** The first rows of a sheet: titles, headings, and a few people. */
export async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length === rowsLookedAt) break
  }
  return rows
}
