/** One row of a table of sizes 名额表: from so many people to so many (both included; null: no end), between so many seats. */
export type Band = {
  readonly from: number
  readonly to: number | null
  readonly min: number
  readonly max: number
}

/** A table of sizes; in some places only odd numbers are allowed. */
export type SizeTable = { readonly odd: boolean; readonly bands: readonly Band[] }

/** The band a number of people falls into, or undefined where the table says nothing. */
export function bandOf({ bands }: SizeTable, people: number): Band | undefined {
  return bands.find(({ from, to }) => people >= from && (to === null || people <= to))
}

/** What a size is against its table. */
export type SizeFinding = 'ok' | 'too_few' | 'too_many' | 'even' | 'no_band'

/**
 * Tells whether a committee or a meeting of delegates has a size that the table allows.
 *
 * @see rulebook 2.2 and 2.3, the two tables
 */
export function findSize(table: SizeTable, people: number, seats: number): SizeFinding {
  const band = bandOf(table, people)
  if (!band) return 'no_band'
  if (seats < band.min) return 'too_few'
  if (seats > band.max) return 'too_many'
  return table.odd && seats % 2 === 0 ? 'even' : 'ok'
}

/** The sizes that the table allows for so many people, smallest first. */
export function sizesAllowed(table: SizeTable, people: number): number[] {
  const band = bandOf(table, people)
  if (!band) return []
  const all = Array.from({ length: band.max - band.min + 1 }, (_, index) => band.min + index)
  return all.filter((seats) => findSize(table, people, seats) === 'ok')
}
