import { allInvariants } from '../apps/server/invariants.ts'
import { confirmApplication } from '../modules/membership/commands/confirm-application.ts'
import { whoseSession } from '../modules/people/index.ts'
import type { Applicant, House } from './house.ts'
import type { units } from './planting.ts'

type SeedUnit = (typeof units)[keyof typeof units]

/** A member: who they are, what they typed, and their row on the roll as it began. */
export type Member = Applicant & { readonly membership: string; readonly token: string }

/** Somebody joins a union and is confirmed there today. */
export async function memberOf(house: House, unit: SeedUnit): Promise<Member> {
  const who = await house.applies({ unit })
  const matter = who.outcome.card?.matter
  if (!matter) throw new Error('a newcomer has a matter')
  const decidedOn = house.now().toISOString().slice(0, 10)
  await house.does(await house.officer(unit), confirmApplication, { cell: unit.cell, matter: matter.id, decidedOn })
  return { ...who, membership: (await standsAt(house, who.actor.person)).id, token: who.cookie.split('=')[1] ?? '' }
}

/** Where somebody stands on the roll now. Throws unless it is exactly one row of the whole network. */
export async function standsAt(house: House, person: string) {
  const rows = await house.rows(
    `select id, cell_id, unit_id, status, since, card_number from membership.membership where person_id = $1 and status not in ('listed', 'ended')`,
    [person],
  )
  const [row] = rows
  if (rows.length !== 1 || !row) throw new Error(`${rows.length} memberships of one person`)
  return {
    id: String(row['id']),
    cell: Number(row['cell_id']),
    unit: String(row['unit_id']),
    status: String(row['status']),
    since: row['since'],
    card: String(row['card_number']),
  }
}

/** The same person as the session they began with finds them now. */
export async function asNow(house: House, member: Member): Promise<Member['actor']> {
  const now = await whoseSession(house.services, member.token)
  if (!now) throw new Error('whoever moves stays signed in')
  return { ...member.actor, ...now }
}

/** What is not true of the data, in words; nothing when all of it is. */
export async function breachesIn(house: House): Promise<string[]> {
  await house.settled()
  const found: string[] = []
  for (const invariant of allInvariants) {
    await invariant.check({
      pool: house.services.pool,
      signal: new AbortController().signal,
      step: () => undefined,
      found: ({ breaches }) =>
        void found.push(...breaches.map(({ row, words }) => `${invariant.name}: ${row} ${words}`)),
    })
  }
  return found
}
