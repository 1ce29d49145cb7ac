import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { OpenUnit } from '../open-unit.ts'
import type { FoundingRow } from './record.ts'
import { foundUnit } from './unit.ts'

/**
 * Makes the union that is being founded, and moves the founding to its place, so that its preparatory group sees the
 * founding too. Who asked for it stays where the union above alone sees it.
 *
 * @returns the union's id and path
 */
export async function placeFounding(
  tx: Tx,
  row: FoundingRow,
  upper: OpenUnit,
  state: 'founding' | 'active',
  from: { readonly today: string; readonly now: Date },
): Promise<{ readonly id: string; readonly path: string }> {
  const made = await foundUnit(tx, upper, { ...row, state }, from)
  const at = [row.cell, row.matter, made.path]
  await tx.run('update kernel.matter set path = $3, host_unit_id = $4 where cell_id = $1 and id = $2', [...at, made.id])
  await tx.run('update organization.founding set path = $3, unit_id = $4 where cell_id = $1 and matter_id = $2', [
    ...at,
    made.id,
  ])
  for (const table of ['founding_employer', 'founding_person', 'founding_paper'])
    await tx.run(`update organization.${table} set path = $3 where cell_id = $1 and matter_id = $2`, at)
  return made
}
