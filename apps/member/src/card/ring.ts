/** A rounded square around the code, begun at the top middle; of length 1 where `pathLength` says so. */
export const ringPath = 'M50 2h38a10 10 0 0 1 10 10v76a10 10 0 0 1-10 10H12a10 10 0 0 1-10-10V12a10 10 0 0 1 10-10z'

/** Whole seconds left of the minute an instant lies in: 60 at its start, 1 in its last second. */
export function secondsLeft(epochMs: number): number {
  return 60 - Math.floor((epochMs % 60_000) / 1000)
}

/** How much of the ring is still drawn, 1 at the start of the minute and down to 1/60 in its last second. */
export function ringShare(epochMs: number): number {
  return secondsLeft(epochMs) / 60
}
