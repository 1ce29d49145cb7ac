import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { stoodChanged } from './standing.ts'

type Parts = Pick<CommandContext<unknown, ActorKind>, 'tx' | 'now' | 'today'>

/**
 * A member says that their record is true 本人确认: it is claimed if it was not, and affirmed from today on. The cell's
 * scope is open.
 *
 * @returns the facts that figures need; undefined where no member's row is there
 */
export async function affirmMembership(
  { tx, now, today }: Parts,
  cell: number,
  membership: string,
): Promise<Fact[] | undefined> {
  const before = await tx.maybe<{ unit: string; claimed: boolean; affirmed: boolean }>(
    `select unit_id as unit, claimed_at is not null as claimed, affirmed from membership.membership
     where cell_id = $1 and id = $2 and status in ('active', 'retained') for update`,
    [cell, membership],
  )
  if (!before) return undefined
  await tx.run(
    `update membership.membership set claimed_at = coalesce(claimed_at, $3), affirmed_on = $4, affirmed = true
     where cell_id = $1 and id = $2`,
    [cell, membership, now, today],
  )
  const change = { claimed: before.claimed ? 0 : 1, affirmed: before.affirmed ? 0 : 1 }
  return change.claimed + change.affirmed === 0 ? [] : [stoodChanged(cell, before.unit, change)]
}
