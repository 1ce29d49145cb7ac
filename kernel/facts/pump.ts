import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '../database/connect.ts'
import { serverIsAway } from '../database/failures.ts'
import { foldAll, type Projection } from './consumer.ts'
import { numberAllFacts } from './sequencer.ts'

/** Keeps facts flowing: numbers them and folds them, soon after a wake-up and at least every `everyMs`. */
export type Pump = {
  /** Facts wait: look soon. */
  wake(): void
  /** Ends after the round that runs, if one does. */
  stop(): Promise<void>
}

/** A projection and who is told of its changes. */
export type Follower<Change> = {
  readonly projection: Projection<Change>
  readonly told: (cell: number, change: Change) => void
}

/**
 * Starts the pump. A round that fails is tried again a little later, and nothing is lost by it: what was not numbered or
 * folded is still there.
 *
 * @param everyMs longest pause between two rounds, for facts that another process wrote
 * @param gatherMs shortest time between the beginnings of two rounds: the facts of a burst are folded together, and a
 *   fact that comes alone is folded at once
 */
export function startPump<Change>(
  pool: Pool,
  followers: readonly Follower<Change>[],
  onMistake: (error: unknown, cell?: number) => void,
  everyMs = 250,
  gatherMs = 200,
): Pump {
  let stopped = false
  let waking: (() => void) | undefined
  let woken = false

  const wakeOr = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, woken ? 0 : ms)
      waking = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    while (!stopped) {
      const began = performance.now()
      woken = false
      try {
        await numberAllFacts(pool)
        for (const { projection, told } of followers) await foldAll(pool, projection, told, onMistake)
        await wakeOr(everyMs)
      } catch (error) {
        if (!serverIsAway(error)) onMistake(error)
        await wakeOr(1_000)
      }
      if (!stopped) await sleep(Math.max(0, began + gatherMs - performance.now()))
    }
  }
  const running = run()
  return {
    wake() {
      woken = true
      waking?.()
    },
    async stop() {
      stopped = true
      waking?.()
      await running
    },
  }
}
