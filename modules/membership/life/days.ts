import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'

/** Refuses a form for its fields. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
}

/** What is wrong with a day on which something is said to have become so: it has come, and membership had begun. */
export function dayFaults(field: string, day: string, today: string, since: string | null): Fault[] {
  if (day > today) return [{ field, code: 'membership.day_in_future' }]
  return since !== null && day < since ? [{ field, code: 'membership.day_before_membership' }] : []
}

/** What is wrong with a proof: it was never uploaded here. */
export async function proofFaults(
  { tx }: Pick<CommandContext<unknown, ActorKind>, 'tx'>,
  cell: number,
  file: string | undefined,
): Promise<Fault[]> {
  if (file === undefined) return []
  const found = await tx.run('select from kernel.file where cell_id = $1 and id = $2', [cell, file])
  return found === 0 ? [{ field: '/file', code: 'membership.paper_missing' }] : []
}
