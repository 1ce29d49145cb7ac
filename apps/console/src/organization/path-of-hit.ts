import type { UnitName } from '@gongqiao/modules/organization/contract.ts'

/**
 * Where a union stands, as short names from below the searcher's own union down to the one right above it.
 *
 * @param above the unions above it, nation first
 * @param top the searcher's own union, which goes without saying
 */
export function pathOfHit(above: readonly UnitName[], top: string): string[] {
  const from = above.findIndex(({ id }) => id === top)
  return above.slice(from + 1).map(({ shortName }) => shortName.replace(/总工会$/, ''))
}
