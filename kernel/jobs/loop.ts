import { serverIsAway } from '../database/failures.ts'

/** Work that is done again and again, for what cannot wait for a minute of a schedule. */
export type Loop = { /** Ends after the round that runs, if one does. */ stop(): Promise<void> }

const pauseAfterTroubleMs = 1_000
const longestPauseMs = 30_000

/**
 * Starts a loop: a round, a pause, and again. A round that fails is told and tried again, later each time, up to 30 s.
 *
 * @param everyMs pause between two rounds
 */
export function startLoop(
  round: (signal: AbortSignal) => Promise<void>,
  everyMs: number,
  onMistake: (error: unknown) => void,
): Loop {
  const stopping = new AbortController()
  let endPause: (() => void) | undefined
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    let troubleMs = pauseAfterTroubleMs
    while (!stopping.signal.aborted) {
      try {
        await round(stopping.signal)
        troubleMs = pauseAfterTroubleMs
        if (!stopping.signal.aborted) await pause(everyMs)
      } catch (error) {
        if (!serverIsAway(error) && !stopping.signal.aborted) onMistake(error)
        if (!stopping.signal.aborted) await pause(troubleMs)
        troubleMs = Math.min(2 * troubleMs, longestPauseMs)
      }
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      endPause?.()
      await running
    },
  }
}
