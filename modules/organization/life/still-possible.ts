import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { OpenUnit } from '../open-unit.ts'
import type { ChangeRow } from './content.ts'
import { treeFaults } from './rules.ts'
import { ownOf } from './write-change.ts'

/** Refuses `kernel.invalid_input` where the tree has changed since it was asked, so that it is no longer possible. */
export async function openChangeFaults(
  tx: Tx,
  change: ChangeRow,
  unit: OpenUnit,
  into: OpenUnit | undefined,
): Promise<void> {
  const { kind } = change
  const parts = change.parts.map(({ children, employers }) => ({ children, employers }))
  const faults = treeFaults({ kind, parts }, { unit, into, own: await ownOf(tx, unit, parts) })
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
}
