import { workerName, workerPhone } from './accounts.ts'
import { addYears, dayNumber, dayText } from './civil-days.ts'
import { identityNumbers } from './identity-numbers.ts'
import { personName, type Sex } from './names/person-name.ts'
import { memberPhone } from './phones.ts'
import { type DemonstrationPlace, farRegions } from './place.ts'
import { type Random, randomOf, weighted } from './random.ts'
import type { DemonstrationUnit } from './units.ts'

/** A member of the demonstration county; nobody of that description exists. */
export interface DemonstrationMember {
  /** 1, 2, 3, … in the order of the units. */
  ordinal: number
  /** Ordinal of the unit that holds the membership. */
  unit: number
  name: string
  sex: Sex
  /** `YYYY-MM-DD`, as in the identity number. */
  birthDate: string
  identityNumber: string
  phone: string
  /** GB/T 3304. */
  ethnicity: string
  /** The day the committee decided (MEM-11). */
  joinedOn: string
  /** Has left work for good and keeps the membership. */
  retired: boolean
}

/** Age in years by the share of each band in the working population, 18–62; the year inside a band is even. */
const ageBand = weighted([
  [18, 4],
  [23, 11],
  [28, 15],
  [33, 18],
  [38, 15],
  [43, 13],
  [48, 12],
  [53, 9],
  [58, 3],
] as const)

/**
 * The members of the units, one after another; every walk through them yields the same people.
 *
 * @param units with their sizes
 * @param workerUnit the unit whose first member stands for the worker's own view
 * @param asOf the day on which ages are counted and until which people joined
 */
export function* demonstrationMembers(
  { seed, place, asOf, phonesFrom }: { seed: number; place: DemonstrationPlace; asOf: string; phonesFrom: number },
  units: Iterable<DemonstrationUnit>,
  workerUnit: number,
): Generator<DemonstrationMember> {
  const random = randomOf(seed, 'members')
  const identityNumber = identityNumbers(random)
  const origin = origins(place)
  let ordinal = 0
  for (const unit of units) {
    for (let seat = 0; seat < unit.members; seat++) {
      ordinal += 1
      const isWorker = unit.ordinal === workerUnit && seat === 0
      const sex: Sex = random.chance(unit.women) ? 2 : 1
      const retired = !isWorker && random.chance(0.012)
      for (let found = false; !found; ) {
        const birthDate = birthDay(
          random,
          asOf,
          retired ? random.between(58, 68) : ageBand(random) + random.between(0, 4),
        )
        const named = personName(random, sex, Number(birthDate.slice(0, 4)))
        const region = named.regions === null ? origin(random) : random.pick(named.regions)
        const number = identityNumber(region, birthDate, sex)
        // A day and county are used up only in crowds far beyond a county; then somebody else comes.
        if (number === null) continue
        found = true
        const { name, ethnicity } = named
        const joinedOn = joiningDay(random, birthDate, unit.foundedOn, asOf)
        const phone = isWorker ? workerPhone : memberPhone(phonesFrom + ordinal)
        const person = { sex, birthDate, identityNumber: number, phone, joinedOn, retired }
        yield {
          ordinal,
          unit: unit.ordinal,
          ...(isWorker ? { name: workerName, ethnicity: '01' } : { name, ethnicity }),
          ...person,
        }
      }
    }
  }
}

/** Where people were first registered: the county itself, one around it, or one far away. */
function origins({ countyCode, neighbours }: DemonstrationPlace): (random: Random) => string {
  return weighted([
    [countyCode, 64],
    ...neighbours.map((code) => [code, 22 / neighbours.length] as const),
    ...farRegions.map((code) => [code, 14 / farRegions.length] as const),
  ])
}

/** A day of birth of somebody who is `age` years old on the day `asOf`. */
function birthDay(random: Random, asOf: string, age: number): string {
  const latest = dayNumber(addYears(asOf, -age))
  const earliest = dayNumber(addYears(asOf, -age - 1)) + 1
  return dayText(random.between(earliest, latest))
}

/** After the union was founded and the person was eighteen; recent years are the fuller ones. */
function joiningDay(random: Random, birthDate: string, foundedOn: string, asOf: string): string {
  const last = dayNumber(asOf)
  const eighteen = dayNumber(addYears(birthDate, 18))
  const first = Math.min(last, Math.max(dayNumber(foundedOn), eighteen))
  return dayText(last - Math.floor((last - first) * random.next() ** 1.4))
}
