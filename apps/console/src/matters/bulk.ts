import type { StepResults } from '@gongqiao/kernel/matter/contract.ts'
import { type MatterKey, matterWord } from './keys.ts'

/** Names a row among the results of a bulk act, whatever its kind. */
export const resultKey = ({ cell, matter }: MatterKey) => matterWord({ cell, matter })

/** What became of one matter of a bulk act. */
export type RowResult = { readonly done: boolean; readonly text: string | null }

/** Where a bulk act stands, as the bar and the rows show it. */
export type BulkProgress = {
  readonly total: number
  readonly answered: number
  readonly results: ReadonlyMap<string, RowResult>
}

export type BulkEnd = BulkProgress & {
  /** The failure that stopped it between two portions, or null. */
  readonly failure: unknown
  readonly cancelled: boolean
}

/** So many matters go in one request: few enough for a bar that moves, many enough to be quick. */
export const portionSize = 50

/** Cuts a list into portions of at most `size`, in order. */
export function portionsOf<T>(items: readonly T[], size: number = portionSize): T[][] {
  const portions: T[][] = []
  for (let at = 0; at < items.length; at += size) portions.push(items.slice(at, at + size))
  return portions
}

/**
 * Sends a bulk act portion by portion, and tells after each where it stands.
 *
 * A cancel takes effect between portions: a portion that was sent is answered. A failed portion stops the run, and
 * what it held has no result; sending it again with the same keys does no harm.
 */
export async function runBulk(
  items: readonly MatterKey[],
  send: (portion: readonly MatterKey[]) => Promise<StepResults>,
  told: (progress: BulkProgress) => void,
  isCancelled: () => boolean,
): Promise<BulkEnd> {
  const results = new Map<string, RowResult>()
  const stand = (): BulkProgress => ({ total: items.length, answered: results.size, results: new Map(results) })
  for (const portion of portionsOf(items)) {
    if (isCancelled()) return { ...stand(), failure: null, cancelled: true }
    try {
      const answer = await send(portion)
      for (const row of answer.items) results.set(resultKey(row), { done: row.done, text: row.text })
    } catch (failure) {
      return { ...stand(), failure, cancelled: false }
    }
    told(stand())
  }
  return { ...stand(), failure: null, cancelled: false }
}
