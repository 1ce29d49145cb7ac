import type { CommandContext, Outcome } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { SmallMatter } from './contract.ts'
import { removal } from './machine.ts'
import { findStoredRemoval, type RemovalRow, removalView } from './removal-view.ts'

type Context = CommandContext<unknown, 'post'>
export type OpenedRemoval = { readonly row: RemovalRow; readonly before: Matter; readonly unit: OpenUnit }

/** Locks a removal for a command and asks whether whoever acts may. Refuses `kernel.absent`, `matter.step_not_open`. */
export async function openRemoval(
  { tx, matters, allow }: Context,
  { cell, matter }: { readonly cell: number; readonly matter: string },
  state: string,
): Promise<OpenedRemoval> {
  const before = await matters.open(removal, cell, matter)
  allow(before.host)
  const row = await findStoredRemoval(tx, cell, matter)
  const unit = row && (await findOpenUnit(tx, row.unit))
  if (!row || !unit) throw absent()
  if (before.state !== state) throw new Refusal('matter.step_not_open')
  return { row, before, unit }
}

/** Takes a step of a removal and answers with how it stands. */
export async function takeRemovalStep(
  { tx, matters, services, today, actor }: Context,
  { row, before }: OpenedRemoval,
  step: string,
  note: { readonly reason?: string; readonly owner?: string | null } = {},
): Promise<Outcome<SmallMatter>> {
  const { cell, matter, unit } = row
  const after = await matters.take(removal, before, step, note)
  const now = await findStoredRemoval(tx, cell, matter)
  if (!now) throw new Error('a removal does not go away')
  return {
    ...{ cell, subject: matter },
    before: { state: before.state },
    after: { state: after.state },
    facts: [{ cell, name: 'elections.step_taken', body: { matter, unit, step, from: before.state, to: after.state } }],
    answer: await removalView(tx, services, now, today, { actor, language: actor.language }),
  }
}
