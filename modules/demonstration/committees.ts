import { dayNumber, dayText } from './civil-days.ts'
import type { Sex } from './names/person-name.ts'
import { type Random, randomOf, weighted } from './random.ts'
import type { DemonstrationUnit } from './units.ts'

/** Somebody who may be elected: a member of the union. */
export type Electable = { readonly person: string | null; readonly name: string; readonly sex: 'male' | 'female' }
export const sexWord = (sex: Sex): Electable['sex'] => (sex === 1 ? 'male' : 'female')

type Seat = 'chair' | 'vice_chair' | 'committee_member' | 'fund_review_member' | 'women_chair' | 'finance_head'

/** A union's committee of the demonstration, elected so long ago that its term runs, ends soon or is over. */
export type DemonstrationCommittee = {
  readonly electedOn: string
  readonly years: 3 | 5
  readonly officers: readonly (Electable & {
    readonly engagement: 'full_time' | 'part_time'
    readonly seats: readonly Seat[]
  })[]
}

/** So many people at most sit in a union's committees here. */
export const seatedAtMost = 8

/** How far a term has run, as shares of the unions: most are in time, some end within half a year, some are late. */
const standing = weighted([
  ['running', 76],
  ['ending', 12],
  ['overdue', 12],
] as const)

/**
 * Makes up who was elected in each union and when, from its own members: a small one has three, a large one seven, a
 * full-time chair from 200 employees, a head for women workers where there are women (ORG-24, ELE-23).
 *
 * @param inTime unions whose term has long to run, whatever chance says: whoever looks around works in one
 */
export function demonstrationCommittees(seed: number, today: string, inTime: (unit: DemonstrationUnit) => boolean) {
  const random = randomOf(seed, 'committees')
  const day = dayNumber(today)
  return (unit: DemonstrationUnit, people: readonly Electable[]): DemonstrationCommittee => {
    const years = random.chance(0.6) ? 3 : 5
    const drawn = standing(random)
    const runs = inTime(unit) ? 'running' : drawn
    const left =
      runs === 'running'
        ? random.between(200, years * 365 - 30)
        : runs === 'ending'
          ? random.between(3, 175)
          : -random.between(5, random.chance(0.6) ? 170 : 700)
    const [chair, ...others] = people.slice(0, seatedAtMost)
    return {
      electedOn: dayText(day + left - Math.round(years * 365.25)),
      years,
      officers: chair ? seated(random, unit, chair, others) : [],
    }
  }
}

function seated(
  random: Random,
  { members, employees }: DemonstrationUnit,
  chair: Electable,
  others: readonly Electable[],
) {
  const large = members >= 100
  const committee = others.slice(0, large ? 4 : 2)
  const [review] = others.slice(committee.length)
  const woman = committee.find(({ sex }) => sex === 'female')
  const fullTime = employees >= 200 && random.chance(0.5)
  return [
    { ...chair, engagement: fullTime ? ('full_time' as const) : ('part_time' as const), seats: ['chair' as const] },
    ...committee.map((one, index) => ({
      ...one,
      engagement: 'part_time' as const,
      seats: [
        large && index === 0 ? ('vice_chair' as const) : ('committee_member' as const),
        ...(one === woman ? ['women_chair' as const] : []),
      ],
    })),
    ...(review ? [{ ...review, engagement: 'part_time' as const, seats: ['fund_review_member' as const] }] : []),
  ]
}
