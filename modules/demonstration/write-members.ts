import type { Fact } from '@gongqiao/kernel/command/command.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { tellFacts } from '@gongqiao/kernel/facts/outbox.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { enrolMany } from '@gongqiao/modules/membership/index.ts'
import { type CheckedPerson, enterMany } from '@gongqiao/modules/people/index.ts'
import { type Electable, seatedAtMost, sexWord } from './committees.ts'
import type { DemonstrationCounty } from './county.ts'
import type { DemonstrationMember } from './members.ts'
import { demonstrationStandings } from './standings.ts'

const batch = 2_000

/** Where a union of the demonstration stands. */
export type PlacedUnit = { readonly id: string; readonly path: string }

const claimableMost = 4

/** Whom whoever looks around may claim: the seats after the worker's, in the same union. */
export function claimable({ members, worker }: DemonstrationCounty): DemonstrationMember[] {
  const found: DemonstrationMember[] = []
  for (const member of members) {
    if (member.ordinal > worker.ordinal && member.unit === worker.unit) found.push(member)
    if (found.length === claimableMost || member.unit > worker.unit) break
  }
  return found
}

function personOf(member: DemonstrationMember): CheckedPerson {
  const { name, identityNumber, birthDate } = member
  return { name, identityKind: 'resident_card', identityNumber, birthDate, sex: member.sex === 1 ? 'male' : 'female' }
}

/**
 * Writes the members with how each stands on the roll.
 *
 * @returns of each union the first of its members who may be elected
 */
export async function writeMembers(
  services: Services,
  county: DemonstrationCounty,
  places: Map<number, PlacedUnit>,
  cell: number,
  now: Date,
): Promise<Map<number, Electable[]>> {
  const electable = new Map<number, Electable[]>()
  const standingOf = demonstrationStandings(
    20,
    county.worker.phone,
    new Set(claimable(county).map(({ ordinal }) => ordinal)),
    now,
  )
  let waiting: DemonstrationMember[] = []
  const flush = async () => {
    const rows = waiting.map((member) => {
      const place = places.get(member.unit)
      if (!place) throw new Error(`no place for unit ${member.unit}`)
      return { member, place, id: newId(now.getTime()), person: personOf(member), standing: standingOf(member) }
    })
    waiting = []
    for (const { member, id, person, standing } of rows) {
      const some = electable.get(member.unit) ?? []
      const isWorker = member.phone === county.worker.phone
      if (some.length < seatedAtMost && standing.status === 'active' && !isWorker)
        electable.set(member.unit, [...some, { person: id, name: person.name, sex: sexWord(member.sex) }])
    }
    await inTransaction(services.pool, cellsBetween(cell, cell), async (tx) => {
      const isWorker = (member: DemonstrationMember) => member.phone === county.worker.phone
      await enterMany(
        tx,
        services,
        cell,
        rows.map(({ member, place, id, person, standing }) => ({
          id,
          path: place.path,
          person,
          phone: member.phone,
          account: isWorker(member) ? id : null,
          holdsNumber: standing.status !== 'listed',
        })),
        now,
      )
      const facts: Fact[] = await enrolMany(
        tx,
        cell,
        rows.map(({ member, place, id, person, standing }) => ({
          personId: id,
          path: place.path,
          unit: place.id,
          person,
          since: member.joinedOn,
          ...standing,
        })),
        now,
      )
      await tellFacts(tx, facts, now)
    })
    services.wake()
  }
  for (const member of county.members) {
    waiting.push(member)
    if (waiting.length >= batch) await flush()
  }
  if (waiting.length > 0) await flush()
  return electable
}
