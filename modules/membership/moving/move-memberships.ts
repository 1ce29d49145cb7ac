import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { carryConfidence, keptByMovers } from '../confidential/carry.ts'
import { goAlong, underwayOf } from '../transfer/go-along.ts'
import { lockMovers } from './lock-movers.ts'
import { moveAcross } from './move-across.ts'
import { moveInside } from './move-inside.ts'
import { movedFacts } from './moved-facts.ts'
import type { Mover, Reason, Road } from './road.ts'

/** What a move came to. */
export type Moved = {
  /** Where each membership that moved goes on: under its own id inside a cell, under a new one in another. */
  readonly goesOn: ReadonlyMap<string, string>
  /** For the command's outcome: figures are folded from them. */
  readonly facts: readonly Fact[]
}

/** How many people move between two cells in one transaction at most; inside a cell there is no limit. */
export const acrossAtMost = 500

/**
 * Moves people of one cell to a union: the one road by which anybody's membership moves (转会, 合并, 分立, 撤并). Everybody
 * who is on the roll when they are locked moves; of whoever is not, nothing is said. At every instant a person has exactly
 * one membership.
 *
 * Inside a cell memberships go on under their ids, 10,000 in one transaction. Between cells they end here and begin there,
 * 500 in one transaction. There provisional members stay, since their application is their old union's to decide, and so
 * does a roster's line about somebody who belongs to another union of the cell: whoever empties a union ends those.
 *
 * Where the union is succeeded, the transfers that its members are on go along. Leaves open whichever cell it came to last.
 *
 * @param cell the cell they belong to now, in which `memberships` are ids
 * @throws RangeError for more than 500 between two cells
 * @see rulebook MEM-13, MEM-30, MEM-31, MEM-38; design sections 2.2 and 4
 */
export async function moveMemberships(
  road: Road,
  cell: number,
  memberships: readonly string[],
  into: OpenUnit,
  reason: Reason,
): Promise<Moved> {
  const across = into.cell_id !== cell
  if (across && memberships.length > acrossAtMost)
    throw new RangeError(`${memberships.length} people do not move between two cells in one transaction`)
  await road.open(cell)
  const locked = await lockMovers(road.tx, cell, memberships)
  const movers = locked.filter((mover) => mover.unit !== into.id && (!across || leaves(mover)))
  if (movers.length === 0) return { goesOn: new Map(), facts: [] }
  const ids = movers.map(({ membership }) => membership)
  const kept = await keptByMovers(road, cell, ids)
  // Whoever transfers has the one transfer that moves them; where their union is succeeded, what is under way goes along.
  const underway = reason === 'succession' ? await underwayOf(road.tx, cell, ids) : []
  let after = ids
  if (across) after = await moveAcross(road, cell, movers, into, reason)
  else await moveInside(road, movers, into, reason)
  const goesOn = new Map(ids.map((id, index) => [id, after[index] ?? id]))
  await carryConfidence(road, cell, kept, goesOn, into)
  await goAlong(road, underway, goesOn, into)
  return { goesOn, facts: movedFacts({ cell, into, reason }, movers) }
}

/** Tells whether somebody can leave their cell. */
const leaves = ({ status, shared }: Mover) => status !== 'provisional' && !shared

/** Moves one person. Undefined where they are not on the roll any more, or stand in that union already. */
export async function moveMembership(
  road: Road,
  cell: number,
  membership: string,
  into: OpenUnit,
  reason: Reason,
): Promise<{ readonly membership: string; readonly facts: readonly Fact[] } | undefined> {
  const { goesOn, facts } = await moveMemberships(road, cell, [membership], into, reason)
  const there = goesOn.get(membership)
  return there === undefined ? undefined : { membership: there, facts }
}
