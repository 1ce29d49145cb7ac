import type { LoadResult, Tick } from './load-process.ts'

/**
 * How long each join waited until the stream's figure had counted as many joins as had been sent by then. It is counted
 * from the sending, which lies before the commit, so that what is told is never less than the truth. Throws when some
 * join was never counted.
 *
 * @returns milliseconds, one for each join
 */
export function lagsOf({ sentAt, ticks }: Pick<LoadResult, 'sentAt' | 'ticks'>): number[] {
  const [first] = ticks
  if (!first) throw new Error('the stream told nothing')
  const before = counted(first)
  const sorted = sentAt.toSorted((a, b) => a - b)
  let tick = 0
  return sorted.map((at, index) => {
    while (tick < ticks.length && counted(ticks[tick]) - before <= index) tick++
    const seen = ticks[tick]
    if (!seen) throw new Error(`only ${counted(ticks.at(-1)) - before} of ${sentAt.length} joins were ever counted`)
    return seen.at - at
  })
}

function counted(tick: Tick | undefined): number {
  const provisional = tick?.data['provisional']
  if (typeof provisional !== 'number') throw new Error('an event without its figure')
  return provisional
}
