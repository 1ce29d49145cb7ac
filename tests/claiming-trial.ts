import type { PersonActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { whoseSession } from '@gongqiao/modules/people/index.ts'
import { allInvariants } from '../apps/server/invariants.ts'
import { proveClaim } from '../modules/membership/commands/prove-claim.ts'
import { takeRecord } from '../modules/membership/commands/take-record.ts'
import { listMyClaims } from '../modules/membership/queries/list-my-claims.ts'
import { noticeVersion } from '../modules/membership/texts/notice.ts'
import { openHouse } from './house.ts'
import { listPeople } from './rosters.ts'

/** Somebody as they type who they are. */
export type Typed = { name: string; identityNumber: string; phone: string }

/** A house in which rosters name people, and people answer them. */
export async function openClaims() {
  const house = await openHouse()
  const { units, services } = house
  const code = await house.code(units.shop)
  const consents = { notice: noticeVersion, sensitive: true }

  /** Somebody a roster names. */
  async function listed(unit: { id: string; cell: number; path: string } = units.shop, person = house.stranger()) {
    await listPeople(services, unit, [{ ...person, since: '2015-06-01' }])
    return person
  }
  /** Proves oneself on the claim page. */
  async function proves(typed: Typed): Promise<PersonActor> {
    const form = { ...typed, identityKind: 'resident_card', consents, phoneCode: await house.phoneCode(typed.phone) }
    const { cookie } = await perform(services, house.anyone(), proveClaim, form)
    const who = await whoseSession(services, cookie?.value ?? '')
    if (!who) throw new Error('whoever proves themselves is signed in')
    return { kind: 'person', language: 'zh', keyOwner: who.account, ...who }
  }
  async function claimsOf(actor: PersonActor) {
    return (await house.asks(actor, listMyClaims, {})).items
  }
  async function firstClaim(actor: PersonActor) {
    const [claim] = await claimsOf(actor)
    if (!claim) throw new Error('a roster names this person')
    return { cell: claim.cell, membership: claim.membership }
  }
  /** The signed-in person after an act that may have moved them. */
  async function takes(actor: PersonActor, key: { cell: number; membership: string }): Promise<PersonActor> {
    const { cookie } = await perform(services, actor, takeRecord, key)
    const who = cookie && (await whoseSession(services, cookie.value))
    return who ? { ...actor, ...who } : actor
  }
  const rowsOf = (number: string) =>
    house.rows(
      `select m.cell_id as cell, m.unit_id as unit, m.status, m.since::text as since, m.claimed_at is not null as claimed, m.affirmed
       from membership.membership m join people.person p on p.cell_id = m.cell_id and p.id = m.person_id
       where p.identity_digest = $1 order by m.applied_at, m.id`,
      [services.keyring.digest('identity', `resident_card:${number}`)],
    )
  const holders = (number: string) =>
    house.rows('select person_id as person, cell_id as cell from people.identity_directory where digest = $1', [
      services.keyring.digest('identity', `resident_card:${number}`),
    ])
  async function broken(): Promise<string[]> {
    const found: string[] = []
    const onBreach = (invariant: { name: string }, { row, words }: { row: string; words: string }) =>
      found.push(`${invariant.name}: ${row} ${words}`)
    await verify(services.pool, allInvariants, { onBreach }, new AbortController().signal)
    return found
  }
  return {
    house,
    units,
    services,
    code,
    consents,
    listed,
    proves,
    claimsOf,
    firstClaim,
    takes,
    rowsOf,
    holders,
    broken,
  }
}
