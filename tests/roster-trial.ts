import type { PersonActor } from '@gongqiao/kernel/command/actor.ts'
import { perform } from '@gongqiao/kernel/command/perform.ts'
import { verify } from '@gongqiao/kernel/verify/verify.ts'
import { whoseSession } from '@gongqiao/modules/people/index.ts'
import { expect } from 'vitest'
import { allInvariants } from '../apps/server/invariants.ts'
import { proveClaim } from '../modules/membership/commands/prove-claim.ts'
import { takeRecord } from '../modules/membership/commands/take-record.ts'
import { listMyClaims } from '../modules/membership/queries/list-my-claims.ts'
import { noticeVersion } from '../modules/membership/texts/notice.ts'
import { openHouse } from './house.ts'
import { importsOf } from './import-sheets.ts'

/** Somebody of a sheet. */
export type Person = { name: string; identityNumber: string; phone: string }

/** A house with a clerk's hands: sheets are written, looked at, run and undone, and people claim what they list. */
export async function openTrial() {
  const house = await openHouse()
  const { units, services } = house
  const { dryRun, run, undo, rows, questions, settle, leave } = importsOf(house)

  const heading = '姓名,身份证号,手机号码,所在工会,民族'
  const line = ({ name, identityNumber, phone }: Person, unit: string = units.shop.name, ethnicity = '汉') =>
    [name, identityNumber, phone, unit, ethnicity].join(',')
  const sheet = (...lines: string[]) => `${[heading, ...lines].join('\n')}\n`
  const strangers = (count: number) => Array.from({ length: count }, () => house.stranger())

  const digest = ({ identityNumber }: Pick<Person, 'identityNumber'>) =>
    services.keyring.digest('identity', `resident_card:${identityNumber}`)
  const rowsOf = (person: Person) =>
    house.rows(
      `select m.name, m.status, m.unit_id as unit, p.phone_mask as phone from membership.membership m
       join people.person p on p.cell_id = m.cell_id and p.id = m.person_id where p.identity_digest = $1 order by m.status, m.id`,
      [digest(person)],
    )

  async function claims(person: Person): Promise<PersonActor> {
    const form = {
      ...person,
      identityKind: 'resident_card',
      consents: { notice: noticeVersion, sensitive: true },
      phoneCode: await house.phoneCode(person.phone),
    }
    const { cookie } = await perform(services, house.anyone(), proveClaim, form)
    const who = await whoseSession(services, cookie?.value ?? '')
    if (!who) throw new Error('whoever proves themselves is signed in')
    const actor: PersonActor = { kind: 'person', language: 'zh', keyOwner: who.account, ...who }
    const [claim] = (await house.asks(actor, listMyClaims, {})).items
    const taken = await perform(services, actor, takeRecord, { cell: claim?.cell, membership: claim?.membership })
    const now = taken.cookie && (await whoseSession(services, taken.cookie.value))
    return now ? { ...actor, ...now } : actor
  }

  async function holds() {
    await house.settled()
    const found: string[] = []
    await verify(
      services.pool,
      allInvariants,
      { onBreach: ({ name }, { row, words }) => found.push(`${name}: ${row} ${words}`) },
      new AbortController().signal,
    )
    expect(found).toEqual([])
  }
  return {
    house,
    units,
    services,
    dryRun,
    run,
    undo,
    rows,
    questions,
    settle,
    leave,
    line,
    sheet,
    strangers,
    digest,
    rowsOf,
    claims,
    holds,
  }
}
