import type { Actor } from '@gongqiao/kernel/command/actor.ts'
import type { Allow } from '@gongqiao/kernel/command/allow.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { covers } from '@gongqiao/kernel/shared/place.ts'
import type { ParameterReach } from './contract.ts'
import { electionsMeetingFrom } from './national-scans.ts'
import type { ParameterKey, ParameterRow } from './parameter-keys.ts'
import { parameterInForce } from './parameters.ts'

export const nation = '000000'
const lookedAtMost = 5_000
const shownAtMost = 50

/** Whether an actor keeps the parameters of a place: the country's is the nation's, a division's whoever covers all of it. */
export function keepsParametersOf(actor: Actor, region: string): boolean {
  if (actor.kind === 'system') return true
  // No union stands in cell 0, so that only the nation's range reaches it.
  const cell = region === nation ? 0 : Number(region)
  return actor.kind === 'post' && actor.post.ranges.some((range) => covers(range, { cell, path: '' }))
}

/** Refuses `kernel.forbidden` without the act, `elections.parameter_not_yours` for another's place. */
export function allowParametersOf(allow: Allow, actor: Actor, region: string): void {
  allow.anywhere()
  if (!keepsParametersOf(actor, region)) throw new Refusal('elections.parameter_not_yours')
}

/** The cells of a division: those that begin with its digits. */
function cellsOf(region: string): readonly [number, number] {
  const prefix = region === nation ? '' : region.replace(/(00){1,2}$/, '')
  return [Number(prefix.padEnd(6, '0')), Number(prefix.padEnd(6, '9'))]
}

/**
 * The open elections for which a parameter would be another row than it is: they meet from a day on, and no nearer division
 * has one of its own.
 */
export async function reachOfChange(
  tx: Tx,
  { deadlines }: Pick<Services, 'deadlines'>,
  { key, region, from }: { readonly key: ParameterKey; readonly region: string; readonly from: string },
  [before, after]: readonly [readonly ParameterRow[], readonly ParameterRow[]],
): Promise<ParameterReach> {
  const rows = await electionsMeetingFrom(tx, cellsOf(region), from, lookedAtMost)
  const reached = rows.filter(({ cell, meetingOn }) => {
    const division = deadlines.regionOf(cell) ?? String(cell).padStart(6, '0')
    const [now, then] = [before, after].map((versions) => parameterInForce(versions, key, division, meetingOn))
    return JSON.stringify(now?.value) !== JSON.stringify(then?.value)
  })
  return { elections: reached.length, complete: rows.length < lookedAtMost, shown: reached.slice(0, shownAtMost) }
}
