import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { About } from '@gongqiao/kernel/exports/kind.ts'
import { findOpenUnit } from './open-unit.ts'

/** The union a list is of, from a filter that names one as `unit`. */
export async function aboutUnit(tx: Tx, filter: unknown): Promise<About | undefined> {
  const unit = await findOpenUnit(tx, unitIn(filter))
  return unit && { place: { cell: unit.cell_id, path: unit.path }, name: unit.name }
}

/** Safe because the list's own query has checked that the filter names a unit. */
function unitIn(filter: unknown): string {
  return (filter as { readonly unit: string }).unit
}
