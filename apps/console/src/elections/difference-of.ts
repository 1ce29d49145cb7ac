/** How many are still missing; none where there are more than needed. */
export function differenceOf(need: number, have: number): number {
  return Math.max(0, need - have)
}
