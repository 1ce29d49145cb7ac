import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { type OpenUnit, openUnitsById } from '../open-unit.ts'
import type { ChangeRow } from './content.ts'
import { treeFaults } from './rules.ts'

/** Refuses `kernel.invalid_input` where the tree has changed since it was asked, so that it is no longer possible. */
export async function openChangeFaults(
  tx: Tx,
  change: ChangeRow,
  unit: OpenUnit,
  into: OpenUnit | undefined,
): Promise<void> {
  const children = [...(await openUnitsById(tx, change.children)).values()]
  const faults = treeFaults({ kind: change.kind, children: change.children }, { unit, into, children })
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
}
