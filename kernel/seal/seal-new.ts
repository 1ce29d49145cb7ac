import type { Pool } from '../database/connect.ts'
import { serverIsAway } from '../database/failures.ts'
import { inTransaction } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { nextUnsealed, openUnsealed, openWindow, type Unsealed, type Window } from './national-scans.ts'
import { sealCell } from './seal-cell.ts'
import { rememberLooked, sealNetwork } from './seal-network.ts'
import { treeHash } from './tree.ts'

/** What a round sealed. */
export type Sealed = { readonly rows: number; readonly seals: number }

/** Rows that are read at once; what a seal covers is bounded by what is read in a second. */
const atOnce = 4_000
const sealEachMs = 1_000

/**
 * Seals every committed row that has no leaf yet: numbers them cell by cell, and seals the network once at the end and, in
 * a long round, each second. What commits later is found by a later round, however long its transaction ran: looking begins
 * where the oldest transaction ran that was still open.
 *
 * A cell that fails is told and left for the next round; the others go on.
 *
 * @throws Error at the end when a cell failed, so that the next round comes later
 */
export async function sealNew(
  pool: Pool,
  { sealKeys: keys, now, logMistake }: Pick<Services, 'sealKeys' | 'now' | 'logMistake'>,
  signal?: AbortSignal,
): Promise<Sealed> {
  const hash = treeHash(keys.suite)
  const failed = new Set<number>()
  let [rows, seals, sealedAt] = [0, 0, performance.now()]

  async function seal(window: Window): Promise<void> {
    if (await sealNetwork(pool, keys, now(), window.catchingUp)) seals++
    sealedAt = performance.now()
  }

  const looked = await inTransaction(
    pool,
    undefined,
    async (tx) => {
      const window = await openWindow(tx)
      openUnsealed(tx, window)
      for (let more = true; more; ) {
        const found = await nextUnsealed(tx, atOnce)
        more = found.length === atOnce
        for (const [cell, some] of Map.groupBy(found, (one) => one.cell)) {
          if (signal?.aborted) return undefined
          try {
            rows += await sealCell(pool, hash, cell, { audit: idsOf(some, 'audit'), access: idsOf(some, 'access') })
          } catch (error) {
            if (serverIsAway(error)) throw error
            logMistake(error, { seal: 'cell', cell })
            failed.add(cell)
          }
        }
        if (more && performance.now() - sealedAt >= sealEachMs) await seal(window)
      }
      return window
    },
    'read only',
  )
  if (!looked) return { rows, seals }
  await seal(looked)
  if (failed.size > 0) throw new Error(`${failed.size} cells were not sealed`)
  await inTransaction(pool, undefined, (tx) => rememberLooked(tx, looked.settled, looked.cluster))
  return { rows, seals }
}

function idsOf(rows: readonly Unsealed[], log: Unsealed['log']): string[] {
  return rows.filter((row) => row.log === log).map(({ id }) => id)
}
