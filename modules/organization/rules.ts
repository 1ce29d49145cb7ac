import { addDays } from '@gongqiao/calendar'

/** The two rules of rising: the first level, and each further one. */
export type RiseRule = 'RISE-FIRST' | 'RISE-NEXT'

/** More levels than any union has above it below the nation: village, township, county, prefecture, province. */
export const levelsAtMost = 6

/** No rule of rising is as long as this. */
const longestRiseDays = 400

/**
 * The latest due day of what rises today, by how often it rose already: `[0]` for what never did.
 *
 * @param rise the day on which something that began on a day is due under a rule
 * @see rulebook T-15
 */
export function latestDueDays(rise: (rule: RiseRule, fromDay: string) => string, today: string): string[] {
  const latestBefore = (rule: RiseRule, bound: string): string => {
    for (let back = 1; back <= longestRiseDays; back++) {
      const day = addDays(bound, -back)
      if (rise(rule, day) <= bound) return day
    }
    throw new Error(`${rule} is longer than ${longestRiseDays} days`)
  }
  const out: string[] = []
  let last = today
  for (let risen = 0; risen < levelsAtMost; risen++) {
    out.push(latestBefore('RISE-FIRST', last))
    last = latestBefore('RISE-NEXT', last)
  }
  return out
}

/**
 * Whether a union is a grassroots one 基层工会, whose terms have 3 or 5 years; a local federation 总工会 has 5. A township’s
 * union is either, as its name says.
 *
 * @see ELE-01, ORG-03
 */
export function isGrassroots({ level, name }: { readonly level: string; readonly name: string }): boolean {
  if (level === 'township') return !name.endsWith('总工会')
  return level === 'grassroots' || level === 'village'
}
