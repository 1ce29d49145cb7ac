const rowsAtMost = 3
const lastRow = 20

/** Reads the rows that hold headings as a clerk types them: `2`, `2,3`, `2、3`; `0` for none. Null for anything else. */
export function readHeadingRows(typed: string): readonly number[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[,、\s]+/)
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > rowsAtMost || parts.some((part) => !/^\d{1,2}$/.test(part))) return null
  const rows = parts.map(Number)
  if (rows.length === 1 && rows[0] === 0) return []
  return rows.some((row) => row < 1 || row > lastRow) ? null : rows
}
