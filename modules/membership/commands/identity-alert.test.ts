import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { reactAll } from '@gongqiao/kernel/facts/reaction.ts'
import { numberAllFacts } from '@gongqiao/kernel/facts/sequencer.ts'
import { newestOutgoing } from '@gongqiao/kernel/messages/outgoing.ts'
import { expect, test } from 'vitest'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { findMyMatter, listMyMatters } from '../../../tests/matters.ts'
import { findApplication } from '../queries/find-application.ts'
import { findReport } from '../queries/find-report.ts'
import { listAlerts } from '../queries/list-alerts.ts'
import { membershipReactions } from '../reactions.ts'
import { answerReport } from './answer-report.ts'
import { confirmApplication } from './confirm-application.ts'
import { raiseIdentityAlert } from './raise-identity-alert.ts'
import { reopenReport } from './reopen-report.ts'
import { resubmitApplication } from './resubmit-application.ts'
import { returnApplication } from './return-application.ts'
import { sayItIsMe } from './say-it-is-me.ts'
import { sayNotMe } from './say-not-me.ts'
import { settleReport } from './settle-report.ts'

const house = await openHouse()
const { units, services } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const farOfficer = await house.officer(units.farShop)
// Making officers is slow on purpose: one code for each union serves all applicants.
const [code, farCode] = [await house.code(units.shop), await house.code(units.farShop)]

/** Everything that waits for a reaction is reacted to. */
async function settleDown() {
  await numberAllFacts(house.jobPool)
  await reactAll(house.jobPool, membershipReactions(services), (error) => {
    throw error
  })
}
async function member(): Promise<Applicant> {
  const person = await house.applies({ code })
  const { cell, id } = matterOf(person)
  await house.does(officer, confirmApplication, { cell, matter: id, decidedOn: '2026-03-02' })
  return person
}
function matterOf(person: Applicant) {
  const matter = person.outcome.card?.matter
  if (!matter) throw new Error('whoever applied has a matter')
  return matter
}
/** Somebody with another phone applies with a member's number, far away. */
const applyAs = ({ name, identityNumber }: Applicant) =>
  house.applies({ code: farCode, name, identityNumber, phone: house.stranger().phone })
const alertsOf = async (person: Applicant) => (await house.asks(person.actor, listAlerts, {})).items
async function reportOf(person: Applicant) {
  const { items } = await house.asks(person.actor, listMyMatters, {})
  const report = items.find(({ kind }) => kind === 'membership.not_me')
  if (!report) throw new Error('a report is a matter')
  return report
}
async function alerted() {
  const victim = await member()
  const other = await applyAs(victim)
  await settleDown()
  const [alert] = await alertsOf(victim)
  if (!alert) throw new Error('the member is told')
  return { victim, other, alert, key: { cell: alert.cell, alert: alert.id } }
}
const textsTo = async (phone: string) =>
  (await inTransaction(services.pool, undefined, (tx) => newestOutgoing(tx, services, 500)))
    .filter(({ address }) => address === phone)
    .map(({ text }) => text)
const inboxOf = (person: Applicant) =>
  house.rows(`select variables, link from kernel.message where account_id = $1 and kind = 'membership.message.alert'`, [
    person.actor.account,
  ])

test('a member whose number somebody else applies with is told: an alert, a message and a text (MEM-13)', async () => {
  const { victim, alert } = await alerted()

  expect(alert).toMatchObject({ cell: units.shop.cell, unit: { id: units.farShop.id } })
  expect(await inboxOf(victim)).toEqual([
    { variables: { unit: units.farShop.name }, link: `/alerts/${alert.cell}/${alert.id}` },
  ])
  expect(await textsTo(victim.phone)).toEqual([
    expect.stringContaining(`有人用您的证件号码申请加入${units.farShop.name}`),
  ])
})

test('told once, however often the fact is heard', async () => {
  const { victim, other } = await alerted()

  const { cell, id } = matterOf(other)
  await house.does(systemActor('test'), raiseIdentityAlert, { cell, matter: id })

  expect(await alertsOf(victim)).toHaveLength(1)
  expect(await inboxOf(victim)).toHaveLength(1)
})

test('a number used again and again fills the inbox and not the phone: one text a day', async () => {
  const { victim } = await alerted()

  await applyAs(victim)
  await settleDown()

  expect(await inboxOf(victim)).toHaveLength(2)
  expect(await textsTo(victim.phone)).toHaveLength(1)
})

test('neither the applicant nor an officer of any side learns of it', async () => {
  const { other } = await alerted()
  const { cell, id: matter } = matterOf(other)

  const seen = JSON.stringify([
    await house.asks(other.actor, listAlerts, {}),
    await house.asks(other.actor, listMyMatters, {}),
    await house.asks(farOfficer, findApplication, { cell, matter }),
  ])

  expect(seen).not.toContain('alert')
  expect(seen).not.toContain(units.shop.name)
  expect(await inboxOf(other)).toEqual([])
  expect(await textsTo(other.phone)).toEqual([])
})

test('a number that is typed when mending is told like one that is typed when applying', async () => {
  const victim = await member()
  const other = await house.applies({ code: farCode })
  const { cell, id: matter } = matterOf(other)
  await house.does(farOfficer, returnApplication, { cell, matter, reason: 'name_and_number_differ' })
  await settleDown()
  expect(await alertsOf(victim)).toEqual([])

  const { name, identityNumber } = victim
  await house.does(other.actor, resubmitApplication, {
    cell,
    matter,
    name,
    identityKind: 'resident_card',
    identityNumber,
  })
  await settleDown()

  expect(await alertsOf(victim)).toHaveLength(1)
})

test('somebody whose number nobody else used has no alert, and a newcomer’s application raises none', async () => {
  const person = await member()
  await house.applies({ code })

  await settleDown()

  expect(await alertsOf(person)).toEqual([])
})

test('"not me" opens a matter at the member’s own union, with an owner and a clock (design 2.1)', async () => {
  const { victim, key } = await alerted()

  await house.does(victim.actor, sayNotMe, key)

  const report = await reportOf(victim)
  expect(report).toMatchObject({
    kind: 'membership.not_me',
    state: 'reported',
    unit: { id: units.shop.id },
    owner: { unit: units.shop.name, name: officer.name },
    due: { rule: 'MEM-NOTME', on: '2026-03-09' },
    steps: ['settle'],
    history: [{ step: 'report', by: 'person' }],
  })
  expect(await alertsOf(victim)).toEqual([])
  expect(await house.audit(report.id)).toMatchObject([{ act: 'membership.say_not_me' }])
})

test('"not me" is said once, and only by whom the alert concerns', async () => {
  const { victim, other, key } = await alerted()

  await expect(house.does(other.actor, sayNotMe, key)).rejects.toThrow('kernel.absent')
  await expect(house.does(officer, sayNotMe, key)).rejects.toThrow('kernel.forbidden')
  await expect(house.does(house.anyone(), sayNotMe, key)).rejects.toThrow('kernel.sign_in_first')
  await house.does(victim.actor, sayNotMe, key)
  await expect(house.does(victim.actor, sayNotMe, key)).rejects.toThrow('membership.alert_answered')
})

async function reported() {
  const made = await alerted()
  await house.does(made.victim.actor, sayNotMe, made.key)
  const report = await reportOf(made.victim)
  return { ...made, report: { cell: report.cell, matter: report.id } }
}

test('an officer of the member’s union answers the report in words; the member says whether it is settled', async () => {
  const { victim, report } = await reported()
  const before = await house.asks(officer, findReport, report)
  expect(before).toMatchObject({
    appliedTo: { id: units.farShop.id },
    appliedDesk: { unit: units.farShop.name, post: farOfficer.post.title, name: null },
    name: victim.name,
    phoneMask: expect.stringMatching(/\*{4}/),
    steps: ['answer'],
  })

  const answered = await house.does(officer, answerReport, { ...report, note: '已请对方工会核实，不会确认。' })
  const seen = await house.asks(victim.actor, findMyMatter, report)
  const settled = await house.does(victim.actor, settleReport, report)

  expect(answered).toMatchObject({ state: 'answered', due: { rule: 'MEM-SETTLE' } })
  expect(seen.history.at(-1)).toMatchObject({ step: 'answer', note: '已请对方工会核实，不会确认。' })
  expect(settled).toMatchObject({ state: 'settled', due: null, steps: [] })
  expect(
    await house.rows(`select link from kernel.message where account_id = $1 and kind = 'membership.message.answered'`, [
      victim.actor.account,
    ]),
  ).toEqual([{ link: `/matters/${report.cell}/${report.matter}` }])
  const audited = await house.audit(report.matter)
  expect(audited).toHaveLength(3)
  expect(audited.find(({ act }) => act === 'membership.answer_report')).toMatchObject({
    before: { state: 'reported' },
    after: { state: 'answered' },
  })
})

test('an answer that settles nothing is reopened, and the clock starts anew', async () => {
  const { victim, report } = await reported()
  await house.does(officer, answerReport, { ...report, note: '请再等等。' })

  const again = await house.does(victim.actor, reopenReport, { ...report, note: '还是有人用我的号码。' })

  expect(again).toMatchObject({ state: 'reported', due: { rule: 'MEM-NOTME' } })
  expect(again.history.at(-1)).toMatchObject({ step: 'reopen', by: 'person', note: '还是有人用我的号码。' })
})

test('a report is hidden from strangers, and each step is open in its own state only', async () => {
  const { victim, other, report } = await reported()
  const note = { ...report, note: '好的' }

  await expect(house.asks(farOfficer, findReport, report)).rejects.toThrow('kernel.absent')
  await expect(house.does(farOfficer, answerReport, note)).rejects.toThrow('kernel.absent')
  await expect(house.does(other.actor, settleReport, report)).rejects.toThrow('kernel.absent')
  await expect(house.does(officer, settleReport, report)).rejects.toThrow('kernel.forbidden')
  await expect(house.does(victim.actor, reopenReport, report)).rejects.toThrow('matter.step_not_open')
  const statistician = await house.officer(units.shop, 'statistician')
  await expect(house.does(statistician, answerReport, note)).rejects.toThrow('kernel.forbidden')
  await house.does(officer, answerReport, note)
  await expect(house.does(officer, answerReport, note)).rejects.toThrow('matter.step_not_open')
})

test('an application is no report', async () => {
  const person = await house.applies({ code })
  const { cell, id: matter } = matterOf(person)

  await expect(house.asks(officer, findReport, { cell, matter })).rejects.toThrow('kernel.absent')
  await expect(house.does(officer, answerReport, { cell, matter, note: '好的' })).rejects.toThrow('kernel.absent')
})

test('"it is me", proved by the bound phone, ends the application and keeps it as a wish to transfer (T-MEM-1)', async () => {
  const { victim, other, key } = await alerted()
  const phoneCode = await house.phoneCode(victim.phone)

  await house.does(victim.actor, sayItIsMe, { ...key, phoneCode })

  expect(await alertsOf(victim)).toEqual([])
  const { cell, id } = matterOf(other)
  expect(await house.asks(other.actor, findMyMatter, { cell, matter: id })).toMatchObject({
    state: 'replaced',
    history: [{ step: 'submit' }, { step: 'replace', by: 'system' }],
  })
  expect(
    await house.rows(`select m.status, m.ended_on::text from membership.membership m where m.person_id = $1`, [
      other.actor.person,
    ]),
  ).toEqual([{ status: 'ended', ended_on: '2026-03-02' }])
  expect(
    await house.rows(
      `select w.to_unit_id from membership.transfer_call w join membership.membership m on m.id = w.membership_id where m.person_id = $1`,
      [victim.actor.person],
    ),
  ).toEqual([{ to_unit_id: units.farShop.id }])
  await numberAllFacts(house.jobPool)
  expect(
    await house.rows(
      `select body->>'from' as was, body->>'to' as now from kernel.fact where cell_id = $1 and name = 'membership.status_changed'
       order by number desc limit 1`,
      [cell],
    ),
  ).toEqual([{ was: 'provisional', now: null }])
})

test('"it is me" needs the code of the phone that is bound: a wrong one is counted and nothing changes', async () => {
  const { victim, other, key } = await alerted()
  await house.phoneCode(victim.phone)
  await house.phoneCode(other.phone, '654321')

  await expect(house.does(victim.actor, sayItIsMe, { ...key, phoneCode: '654321' })).rejects.toThrow(
    'people.phone_code_wrong',
  )

  expect(await alertsOf(victim)).toHaveLength(1)
  const { cell, id } = matterOf(other)
  expect((await house.asks(other.actor, findMyMatter, { cell, matter: id })).state).toBe('submitted')
  expect(
    await house.rows('select tries from people.phone_code where digest = $1', [
      services.keyring.digest('phone', victim.phone),
    ]),
  ).toEqual([{ tries: 1 }])
})

test('"it is me" is only the member’s to say, and once', async () => {
  const { victim, other, key } = await alerted()
  const input = { ...key, phoneCode: await house.phoneCode(victim.phone) }

  await expect(house.does(other.actor, sayItIsMe, input)).rejects.toThrow('kernel.absent')
  await expect(house.does(house.anyone(), sayItIsMe, input)).rejects.toThrow('kernel.sign_in_first')
  await house.does(victim.actor, sayItIsMe, input)
  await expect(house.does(victim.actor, sayItIsMe, input)).rejects.toThrow('membership.alert_answered')
})

test('an application that was withdrawn meanwhile is no wish', async () => {
  const { victim, other, key } = await alerted()
  const { cell, id } = matterOf(other)
  await house.rows(`update kernel.matter set state = 'withdrawn', ended_at = now() where cell_id = $1 and id = $2`, [
    cell,
    id,
  ])

  await house.does(victim.actor, sayItIsMe, { ...key, phoneCode: await house.phoneCode(victim.phone) })

  expect(
    await house.rows(
      `select w.id from membership.transfer_call w join membership.membership m on m.id = w.membership_id where m.person_id = $1`,
      [victim.actor.person],
    ),
  ).toEqual([])
})

test('over HTTP: the member sees the alert and answers it', async () => {
  const { victim } = await alerted()
  const headers = { cookie: victim.cookie, 'x-gongqiao': '1' }

  const listed = await house.server.inject({ url: '/api/me/alerts', headers })
  const [alert] = listed.json().items
  const said = await house.server.inject({
    method: 'POST',
    url: `/api/me/alerts/${alert.cell}/${alert.id}/not-me`,
    headers,
    payload: {},
  })

  expect(said.json()).toEqual({ done: true })
  expect((await house.server.inject({ url: '/api/me/alerts', headers })).json()).toEqual({ items: [] })
})
