import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import type { OpenUnit } from '../open-unit.ts'
import { founding } from './machine.ts'
import { type FoundingRow, foundingRow } from './record.ts'
import { unitsOfFounding } from './view.ts'

/** A founding that is locked for a step. */
export type OpenFounding = {
  readonly before: Matter
  readonly row: FoundingRow
  readonly upper: OpenUnit
  readonly unit: OpenUnit | undefined
}

type Key = { readonly cell: number; readonly matter: string }

/**
 * Locks a founding for a step of the union above: whoever acts covers that union, and not only the one that is being
 * founded. Refuses `kernel.absent`, `kernel.forbidden`.
 *
 * @see ORG-22; 工会法 §12
 */
export async function openToDecide<I extends Key, K extends ActorKind>(
  context: CommandContext<I, K>,
): Promise<OpenFounding> {
  const opened = await open(context)
  context.allow({ cell: opened.upper.cell_id, path: opened.upper.path })
  return opened
}

/** Locks a founding for a step of those who prepare it, the union above among them. Refuses `kernel.absent`, `kernel.forbidden`. */
export async function openToRun<I extends Key, K extends ActorKind>(
  context: CommandContext<I, K>,
): Promise<OpenFounding> {
  const opened = await open(context)
  context.allow(opened.before.host)
  return opened
}

async function open<I extends Key, K extends ActorKind>({
  tx,
  input,
  matters,
}: CommandContext<I, K>): Promise<OpenFounding> {
  const before = await matters.open(founding, input.cell, input.matter)
  const row = await foundingRow(tx, input.cell, input.matter)
  const { upper, unit } = await unitsOfFounding(tx, row)
  return { before, row, upper, unit }
}
