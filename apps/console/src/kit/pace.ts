/**
 * Lets calls through at once, and then at most one in `everyMs`; the last one asked for is never lost.
 *
 * Time and timers are handed in, so that its promise can be tested without waiting.
 */
export function paced(
  act: () => void,
  everyMs: number,
  clock: {
    now: () => number
    later: (act: () => void, ms: number) => number
    forget: (timer: number) => void
  },
): { ask: () => void; stop: () => void } {
  let last = Number.NEGATIVE_INFINITY
  let timer: number | null = null
  const run = () => {
    timer = null
    last = clock.now()
    act()
  }
  return {
    ask() {
      if (timer !== null) return
      const wait = last + everyMs - clock.now()
      if (wait <= 0) run()
      else timer = clock.later(run, wait)
    },
    stop() {
      if (timer !== null) clock.forget(timer)
      timer = null
    },
  }
}

/** The browser's own clock. */
export const browserClock = {
  now: () => performance.now(),
  later: (act: () => void, ms: number) => window.setTimeout(act, ms),
  forget: (timer: number) => window.clearTimeout(timer),
}
