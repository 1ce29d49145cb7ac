/** A share 比例 of a whole as two integers, so that no fraction is ever rounded: 2 of 3, 1 of 2. */
export type Share = { readonly parts: number; readonly whole: number }

/** Tells whether a number is at least a share of all: 三分之二以上, the bound included. */
export function isAtLeast(count: number, all: number, { parts, whole }: Share): boolean {
  return whole * count >= parts * all
}

/** Tells whether a number is more than a share of all: 过半数, the bound excluded. */
export function isMoreThan(count: number, all: number, { parts, whole }: Share): boolean {
  return whole * count > parts * all
}

/** The fewest that are at least a share of all. */
export function fewestAtLeast(all: number, { parts, whole }: Share): number {
  return Math.floor((parts * all + whole - 1) / whole)
}

/** The fewest that are more than a share of all. */
export function fewestMoreThan(all: number, { parts, whole }: Share): number {
  return Math.floor((parts * all) / whole) + 1
}
