import { type Random, weighted } from '../random.ts'
import { type DottedNames, kazakh, uyghur } from './dotted-names.ts'
import { type GivenNames, generations, rareCharacters } from './given-names.ts'
import { surnames } from './surnames.ts'

/** Sex 性别 by GB/T 2261.1: 1 male, 2 female. */
export type Sex = 1 | 2

/** A made-up name with what follows from it. */
export interface PersonName {
  name: string
  /** GB/T 3304. */
  ethnicity: string
  /** Counties this name comes from, when it says where. */
  regions: readonly string[] | null
}

const surname = weighted(surnames)
const sheSurname = weighted([
  ['蓝', 5],
  ['雷', 4],
  ['钟', 3],
] as const)

/**
 * A name as people born in that year have it.
 *
 * About 1.5 % are written with a middle dot (买买提·吐尔逊), 1.2 % belong to the She 畲, and 2 % of the others hold a
 * rare character.
 */
export function personName(random: Random, sex: Sex, birthYear: number): PersonName {
  if (random.chance(0.015)) return dottedName(random, sex, random.chance(0.85) ? uyghur : kazakh)
  const she = random.chance(0.012)
  const name = (she ? sheSurname : surname)(random) + givenName(random, sex, birthYear)
  return { name, ethnicity: she ? '22' : '01', regions: null }
}

function dottedName(random: Random, sex: Sex, names: DottedNames): PersonName {
  const own = random.pick(sex === 1 ? names.male : names.female)
  const father = random.pick(names.male.filter((name) => name !== own))
  return { name: `${own}·${father}`, ethnicity: names.ethnicity, regions: names.regions }
}

function givenName(random: Random, sex: Sex, birthYear: number): string {
  const { male, female, singleShare } =
    generations.findLast(({ from }) => from <= birthYear) ?? generations[0] ?? unnamed()
  const given = commonGivenName(random, sex === 1 ? male : female, singleShare)
  return random.chance(0.02) ? given.slice(0, -1) + random.pick(rareCharacters) : given
}

function commonGivenName(random: Random, names: GivenNames, singleShare: number): string {
  if (random.chance(singleShare)) return random.pickEarly(names.single)
  if (random.chance(0.15)) return random.pickEarly(names.fashion)
  const first = random.pickEarly(names.first)
  const last = random.pickEarly(names.last.replace(first, ''))
  return first + last
}

function unnamed(): never {
  throw new Error('no generation of given names')
}
