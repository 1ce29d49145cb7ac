/**
 * Tells whether more stand than there are seats, by at least so many per cent of the seats 差额率.
 *
 * @see ELE-51, ELE-52
 */
export function differs(candidates: number, seats: number, percent: number): boolean {
  return candidates > seats && 100 * (candidates - seats) >= percent * seats
}

/**
 * The fewest who must stand for so many seats.
 *
 * @see ELE-51, ELE-52
 */
export function fewestCandidates(seats: number, percent: number): number {
  return seats + Math.max(1, Math.floor((percent * seats + 99) / 100))
}
