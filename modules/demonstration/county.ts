import { type DemonstrationOfficer, demonstrationOfficers } from './accounts.ts'
import { type DemonstrationMember, demonstrationMembers } from './members.ts'
import type { DemonstrationPlace } from './place.ts'
import { type DemonstrationUnit, demonstrationUnits } from './units.ts'

/** What a demonstration county is made from. */
export interface DemonstrationInput extends DemonstrationPlace {
  seed: number
  /** Enterprises, each with a union; 1…923,520. */
  enterprises: number
  /** Members in all; 8 to 1,500 for each enterprise. */
  members: number
  /** The county's townships, as the division table has them. */
  townships: readonly { code: string; name: string }[]
  /** The day on which ages are counted and until which people joined; nothing in the data is later. */
  asOf?: string
  /** How many members' phones other demonstration counties use already, so that none is shared. */
  phonesFrom?: number
}

/** A county full of unions and members that do not exist. */
export interface DemonstrationCounty {
  units: DemonstrationUnit[]
  /** Grouped by unit, in the units' order; every walk yields the same people, made as they are asked for. */
  members: Iterable<DemonstrationMember>
  /** One officer for each level, nation first. */
  officers: DemonstrationOfficer[]
  /** The member who stands for the worker's own view: in the grassroots officer's unit, and among `members`. */
  worker: DemonstrationMember
}

/**
 * Makes up a county: the same input gives the same data, down to the last character.
 *
 * @throws RangeError when the members do not fit the enterprises, or there is no township
 */
export function demonstrationCounty(input: DemonstrationInput): DemonstrationCounty {
  const { seed, enterprises, members, townships, asOf = '2025-06-30', phonesFrom = 0 } = input
  const place = input
  const units = demonstrationUnits({ seed, place, asOf, enterprises, members, townships })
  const home = units.find((unit) => unit.members >= 40 && unit.members <= 200) ?? units[0]
  if (home === undefined) throw new RangeError('a demonstration county has at least one enterprise')
  const people = () => demonstrationMembers({ seed, place, asOf, phonesFrom }, units, home.ordinal)
  return {
    units,
    members: { [Symbol.iterator]: people },
    officers: demonstrationOfficers(place.countyCode, home.townshipCode, home.ordinal),
    worker: firstOf(people(), ({ unit }) => unit === home.ordinal),
  }
}

function firstOf<T>(values: Iterable<T>, wanted: (value: T) => boolean): T {
  for (const value of values) if (wanted(value)) return value
  throw new RangeError('a demonstration county has at least one member')
}
