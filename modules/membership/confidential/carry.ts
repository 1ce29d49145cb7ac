import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { Road } from '../moving/road.ts'
import { employerKept, keepConfidence } from './confidence.ts'

/** Towards which employers' unions the movers among some memberships are confidential, by membership. */
export async function keptByMovers(
  { tx, services }: Pick<Road, 'tx' | 'services'>,
  cell: number,
  memberships: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ membership: string }>(
    `select membership_id as membership from membership.confidence
     where cell_id = $1 and membership_id = any($2::uuid[]) and ended_at is null`,
    [cell, memberships],
  )
  const kept = new Map<string, string>()
  for (const { membership } of rows) {
    const employer = await employerKept(tx, services, cell, membership)
    if (employer !== undefined) kept.set(membership, employer)
  }
  return kept
}

/**
 * Lets what is confidential go along with whoever moves, to a union that is no employer's own; whoever moves to an
 * employer's union told it by that. Whichever cell the move came to last is open.
 */
export async function carryConfidence(
  { tx, services, now, open }: Road,
  cell: number,
  kept: ReadonlyMap<string, string>,
  goesOn: ReadonlyMap<string, string>,
  into: OpenUnit,
): Promise<void> {
  if (kept.size === 0) return
  const across = into.cell_id !== cell
  if (across) await open(cell)
  await tx.run(
    `update membership.confidence set ended_at = greatest(since, $3)
     where cell_id = $1 and membership_id = any($2::uuid[]) and ended_at is null`,
    [cell, [...kept.keys()], now],
  )
  if (across) await open(into.cell_id)
  if (into.level === 'grassroots') return
  for (const [before, employer] of kept) {
    const membership = goesOn.get(before) ?? before
    await keepConfidence(tx, services, { cell: into.cell_id, membership, path: into.path }, employer, now)
  }
}
