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
 */
export function startPump<Change>(
  pool: Pool,
  followers: readonly Follower<Change>[],
  onMistake: (error: unknown, cell?: number) => void,
  everyMs = 250,
): Pump {
  let stopped = false
  let waking: (() => void) | undefined
  let again = false

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      waking = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    while (!stopped) {
      again = false
      try {
        await numberAllFacts(pool)
        for (const { projection, told } of followers) await foldAll(pool, projection, told, onMistake)
        if (!again) await pause(everyMs)
        // A short gather: facts of a burst are folded together rather than one by one.
        else await pause(20)
      } catch (error) {
        if (!serverIsAway(error)) onMistake(error)
        await pause(1_000)
      }
    }
  }
  const running = run()
  return {
    wake() {
      again = true
      waking?.()
    },
    async stop() {
      stopped = true
      waking?.()
      await running
    },
  }
}
