/** Columns of the roll, in their order; the name is always there, since it opens the person. */
export const rollColumns = ['name', 'sex', 'age', 'identityMask', 'status', 'stand', 'unit', 'since'] as const
export type RollColumn = (typeof rollColumns)[number]

/** Reads a kept choice of columns: unknown ones are dropped, the name is kept, the order is the table's own. */
export function readColumns(kept: unknown): RollColumn[] | null {
  if (!Array.isArray(kept)) return null
  return rollColumns.filter((column) => column === 'name' || kept.includes(column))
}

/** The choice after one column was switched. */
export function switchColumn(chosen: readonly RollColumn[], column: RollColumn): RollColumn[] {
  const has = chosen.includes(column)
  return rollColumns.filter((known) => (known === 'name' ? true : known === column ? !has : chosen.includes(known)))
}
