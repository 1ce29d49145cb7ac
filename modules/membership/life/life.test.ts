import { expect, test } from 'vitest'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { findMember } from '../queries/find-member.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { listRoll } from '../queries/list-roll.ts'
import { agreeStanding } from './commands/agree-standing.ts'
import { announceResignation } from './commands/announce-resignation.ts'
import { askStanding } from './commands/ask-standing.ts'
import { closeLife } from './commands/close-life.ts'
import { decideExpulsion } from './commands/decide-expulsion.ts'
import { declareDeemed } from './commands/declare-deemed.ts'
import { declineStanding } from './commands/decline-standing.ts'
import { explainNeglect } from './commands/explain-neglect.ts'
import { fileExpulsion } from './commands/file-expulsion.ts'
import { giveOpinion } from './commands/give-opinion.ts'
import { mendWays } from './commands/mend-ways.ts'
import { proposeExpulsion } from './commands/propose-expulsion.ts'
import { recordDeath } from './commands/record-death.ts'
import { resign } from './commands/resign.ts'
import { resumeMember } from './commands/resume-member.ts'
import { retainMember } from './commands/retain-member.ts'
import { warnMember } from './commands/warn-member.ts'
import { withdrawLife } from './commands/withdraw-life.ts'
import { findMemberLife } from './queries/find-member-life.ts'
import { findMyLife, findMyLifeMatter } from './queries/find-my-life.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')
const upper = await house.officer(units.township)
const stranger = await house.officer(units.siblingShop)
const code = await house.code(units.shop)
const { cell } = units.shop

/** A confirmed member of the shop. */
async function member(): Promise<Applicant & { key: { cell: number; membership: string } }> {
  const person = await house.applies({ code })
  const matter = person.outcome.card?.matter?.id
  await house.does(officer, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })
  const [row] = await house.rows('select id from membership.membership where person_id = $1', [person.actor.person])
  return { ...person, key: { cell, membership: String(row?.id) } }
}
const linesOf = ({ key }: { key: { membership: string } }) =>
  house.rows(
    `select status, change_code as code, change_reason as reason, valid_to is null as open
     from membership.membership_history where membership_id = $1 order by number`,
    [key.membership],
  )
const heldBy = ({ actor }: Applicant) =>
  house.rows('select from people.identity_directory where person_id = $1', [actor.person])
const toldTo = async ({ actor }: Applicant) =>
  (await house.rows('select kind from kernel.message where account_id = $1 order by id', [actor.account])).map(
    ({ kind }) => String(kind).replace('membership.message.', ''),
  )
const vote = { on: '2026-03-02', members: 7, present: 6, for: 5, against: 1, abstained: 0 }
const opinion = { on: '2026-03-02', present: 9, agrees: true, words: '小组讨论，同意' }
const judgment = {
  court: '荔湾区人民法院',
  number: '（2025）粤0103刑初1号',
  on: '2026-01-05',
  punishment: '有期徒刑五年',
}
const neglect = {
  unpaidFrom: '2025-08-01',
  tookPartOn: null,
  educatedOn: '2026-03-01',
  education: '上门谈话，说明了章程',
}

test('a member who retires is retained: on the roll, no vote, no candidacy, no dues, and told so (MEM-35, MEM-37, T-MEM-2)', async () => {
  const person = await member()

  const after = await house.does(officer, retainMember, { ...person.key, reason: 'retired', on: '2026-03-02' })

  expect(after).toMatchObject({ status: 'retained', votes: false, stands: false, paysDues: false })
  expect(after.records).toMatchObject([{ act: 'retain', reason: 'retired', on: '2026-03-02' }])
  expect((await linesOf(person)).at(-1)).toEqual({ status: 'retained', code: 3, reason: 'retired', open: true })
  expect(await house.asks(person.actor, findMyLife, {})).toMatchObject({
    status: 'retained',
    acts: ['resume', 'resign'],
  })
  expect(await heldBy(person)).toHaveLength(1)
  expect(await toldTo(person)).toContain('retained')
  const roll = await house.asks(officer, listRoll, { unit: units.shop.id, status: 'retained' })
  expect(roll.items.map(({ membership }) => membership)).toContain(person.key.membership)
})

test('a retention ends by working here again, and dues run from the month after (MEM-38)', async () => {
  const person = await member()
  await house.does(officer, retainMember, { ...person.key, reason: 'unemployed', on: '2026-03-02' })

  const after = await house.does(officer, resumeMember, { ...person.key, on: '2026-03-02' })

  expect(after).toMatchObject({ status: 'active', votes: true, paysDues: true })
  expect((await linesOf(person)).map(({ code }) => code)).toEqual([null, 1, 3, 2])
  await expect(house.does(officer, resumeMember, { ...person.key, on: '2026-03-02' })).rejects.toMatchObject({
    code: 'membership.change_not_open',
  })
})

test('a change dated ahead, before the membership, or with a proof nobody uploaded names each field at once', async () => {
  const person = await member()
  const file = '0190e000-0000-7000-8000-000000000001'
  const form = { ...person.key, reason: 'retired', file }

  for (const [on, fault] of [
    ['2026-03-03', 'membership.day_in_future'],
    ['2026-03-01', 'membership.day_before_membership'],
  ])
    await expect(house.does(officer, retainMember, { ...form, on })).rejects.toMatchObject({
      faults: [
        { field: '/on', code: fault },
        { field: '/file', code: 'membership.paper_missing' },
      ],
    })
})

test('each act is hidden from unions beside, and from whoever has not the act', async () => {
  const person = await member()
  const clerk = await house.officer(units.shop, 'statistician')

  const acts = [
    (by: typeof officer) => house.does(by, retainMember, { ...person.key, reason: 'retired', on: '2026-03-02' }),
    (by: typeof officer) => house.does(by, recordDeath, { ...person.key, on: '2026-03-02' }),
    (by: typeof officer) => house.does(by, warnMember, { ...person.key, ...neglect }),
    (by: typeof officer) => house.does(by, proposeExpulsion, { ...person.key, judgment }),
  ]
  for (const act of acts) {
    await expect(act(stranger)).rejects.toMatchObject({ code: 'kernel.absent' })
    await expect(act(clerk)).rejects.toMatchObject({ code: 'kernel.forbidden' })
  }
  await expect(house.asks(stranger, findMemberLife, person.key)).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('a member asks to be retained and the union agrees; asking twice and withdrawing afterwards are refused', async () => {
  const person = await member()
  const wish = { ...person.key, wish: 'retain', reason: 'laid_off', since: '2026-03-02' }

  const asked = await house.does(person.actor, askStanding, wish)
  await expect(house.does(person.actor, askStanding, wish)).rejects.toMatchObject({ code: 'membership.life_open' })
  const done = await house.does(officer, agreeStanding, { cell, matter: asked.matter, on: '2026-03-02' })

  expect(asked).toMatchObject({ state: 'asked', steps: ['withdraw'], due: { rule: 'MEM-STAND' } })
  expect(done).toMatchObject({ state: 'agreed', due: null, steps: [] })
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'retained', reason: 'laid_off' })
  await expect(house.does(person.actor, withdrawLife, { cell, matter: asked.matter })).rejects.toMatchObject({
    code: 'matter.step_not_open',
  })
})

test('a no to a wish says its reason and where to appeal, and changes nothing', async () => {
  const person = await member()
  const wish = { ...person.key, wish: 'retain', reason: 'retired', since: '2026-03-02' }
  const { matter } = await house.does(person.actor, askStanding, wish)

  const after = await house.does(officer, declineStanding, { cell, matter, reason: 'proof_missing' })

  expect(after).toMatchObject({ state: 'declined', upper: { name: units.township.name } })
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'active' })
  expect(await toldTo(person)).toContain('declined')
})

test('a wish to be retained needs its reason, and whoever is active does not ask to be active', async () => {
  const person = await member()
  const wish = { ...person.key, since: '2026-03-02' }

  await expect(house.does(person.actor, askStanding, { ...wish, wish: 'retain' })).rejects.toMatchObject({
    faults: [{ field: '/reason', code: 'membership.reason_missing' }],
  })
  await expect(house.does(person.actor, askStanding, { ...wish, wish: 'resume' })).rejects.toMatchObject({
    code: 'membership.change_not_open',
  })
})

test('a resignation is free, can be taken back until it is announced, and then ends card and membership (MEM-39)', async () => {
  const person = await member()
  const first = await house.does(person.actor, resign, person.key)
  const back = await house.does(person.actor, withdrawLife, { cell, matter: first.matter })
  expect([first.state, back.state]).toEqual(['told', 'withdrawn'])
  expect(await house.asks(person.actor, findMyCard, {})).toMatchObject({ status: 'active' })

  const { matter } = await house.does(person.actor, resign, person.key)
  const after = await house.does(officer, announceResignation, { cell, matter, on: '2026-03-02' })

  expect(after).toMatchObject({ state: 'announced', said: { decidedOn: '2026-03-02' } })
  expect((await linesOf(person)).at(-1)).toEqual({ status: 'ended', code: 6, reason: 'asked', open: false })
  await expect(house.asks(person.actor, findMyCard, {})).rejects.toMatchObject({ code: 'membership.no_card' })
  expect(await heldBy(person)).toEqual([])
  expect(await toldTo(person)).toContain('resigned')
})

test('whoever resigned may join again at once, by a new application only (4.4)', async () => {
  const person = await member()
  const { matter } = await house.does(person.actor, resign, person.key)
  await house.does(officer, announceResignation, { cell, matter, on: '2026-03-02' })

  const { phone, identityNumber, name } = person
  const again = await house.applies({ code, phone, identityNumber, name })

  expect(again.outcome.outcome).toBe('provisional')
  expect(again.actor.person).toBe(person.actor.person)
})

test('a resignation is nobody else’s to tell or to take back', async () => {
  const [person, other] = [await member(), await member()]
  await expect(house.does(other.actor, resign, person.key)).rejects.toMatchObject({ code: 'kernel.absent' })
  const { matter } = await house.does(person.actor, resign, person.key)
  await expect(house.does(other.actor, withdrawLife, { cell, matter })).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.asks(other.actor, findMyLifeMatter, { cell, matter })).rejects.toMatchObject({
    code: 'kernel.absent',
  })
})

test('six months end a membership only after the person’s own time, a group’s opinion and a vote that carries (MEM-40)', async () => {
  const person = await member()
  const { matter } = await house.does(officer, warnMember, { ...person.key, ...neglect })
  const declaration = { cell, matter, opinion, vote }

  await expect(house.does(officer, declareDeemed, declaration)).rejects.toMatchObject({
    code: 'membership.mend_time_runs',
  })
  house.moveTo('2026-05-11T09:00:00+08:00')
  const lost = { ...vote, for: 3, against: 3 }
  await expect(house.does(officer, declareDeemed, { ...declaration, vote: lost })).rejects.toMatchObject({
    code: 'membership.vote_not_carried',
  })
  const after = await house.does(officer, declareDeemed, declaration)
  house.moveTo('2026-03-02T09:00:00+08:00')

  expect(after).toMatchObject({ state: 'declared', said: { neglect, opinion, vote } })
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'ended', code: 6, reason: 'deemed' })
  expect(await toldTo(person)).toEqual(expect.arrayContaining(['warned', 'declared']))
})

test('what the member says of it is answered, and a good reason ends it without a change (MEM-40, MEM-42)', async () => {
  const person = await member()
  const { matter } = await house.does(officer, warnMember, { ...person.key, ...neglect })

  const said = await house.does(person.actor, explainNeglect, { cell, matter, note: '住院八个月' })
  const after = await house.does(officer, mendWays, { cell, matter, note: '原因成立' })

  expect([said.state, after.state]).toEqual(['explained', 'mended'])
  expect(after.said.explanation).toBe('住院八个月')
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'active' })
})

test('nobody is deemed to have left who took part, or who owes no dues (T-MEM-3)', async () => {
  const [person, retired] = [await member(), await member()]
  await house.does(officer, retainMember, { ...retired.key, reason: 'retired', on: '2026-03-02' })

  const tookPart = { ...person.key, ...neglect, tookPartOn: '2026-01-01' }
  await expect(house.does(officer, warnMember, tookPart)).rejects.toMatchObject({
    faults: [{ field: '/tookPartOn', code: 'membership.took_part_lately' }],
  })
  await expect(house.does(officer, warnMember, { ...retired.key, ...neglect })).rejects.toMatchObject({
    faults: [{ field: '/unpaidFrom', code: 'membership.retained_owes_nothing' }],
  })
})

test('an expulsion without the group’s opinion is blocked (MEM-41, T-MEM-4)', async () => {
  const person = await member()
  const { matter } = await house.does(officer, proposeExpulsion, { ...person.key, judgment })

  await expect(house.does(officer, decideExpulsion, { cell, matter, vote })).rejects.toMatchObject({
    code: 'membership.no_group_opinion',
  })
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'active' })
})

test('an expulsion that carries ends the membership, tells the person, and is filed by the union above (MEM-41)', async () => {
  const person = await member()
  const { matter } = await house.does(officer, proposeExpulsion, { ...person.key, judgment })
  await house.does(officer, giveOpinion, { cell, matter, opinion })

  const decided = await house.does(officer, decideExpulsion, { cell, matter, vote })
  await expect(house.does(officer, fileExpulsion, { cell, matter })).rejects.toMatchObject({
    code: 'membership.filed_from_above',
  })
  const filed = await house.does(upper, fileExpulsion, { cell, matter })

  expect(decided).toMatchObject({ state: 'decided', due: { rule: 'MEM-FILE' } })
  expect(filed).toMatchObject({ state: 'filed', said: { judgment, opinion, vote } })
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'ended', code: 5, reason: 'crime' })
  expect(await toldTo(person)).toEqual(expect.arrayContaining(['expulsion_proposed', 'expelled']))
  expect(await house.asks(person.actor, findMyLifeMatter, { cell, matter })).toMatchObject({
    upper: { name: units.township.name },
    said: { judgment },
  })
})

test('an expulsion that does not carry leaves the membership as it was', async () => {
  const person = await member()
  const { matter } = await house.does(officer, proposeExpulsion, { ...person.key, judgment })
  await house.does(officer, giveOpinion, { cell, matter, opinion })

  const after = await house.does(officer, decideExpulsion, { cell, matter, vote: { ...vote, for: 3, against: 3 } })

  expect(after.state).toBe('kept')
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'active' })
})

test('judgment and votes stand in no table in the clear', async () => {
  const person = await member()
  await house.does(officer, proposeExpulsion, { ...person.key, judgment })

  const rows = await house.rows(
    `select encode(content, 'escape') as content from membership.life_matter where person_id = $1`,
    [person.actor.person],
  )

  expect(JSON.stringify(rows)).not.toContain('刑初')
})

test('a death ends card, sign-in and messages, closes what was open, and frees number and phone (MEM-43)', async () => {
  const person = await member()
  const { matter } = await house.does(person.actor, resign, person.key)
  const kin = { name: '张家属', relation: '配偶' }

  const after = await house.does(officer, recordDeath, { ...person.key, on: '2026-03-02', kin })

  expect(after).toMatchObject({ status: 'ended', ended: 'deceased', acts: [] })
  expect(after.records).toMatchObject([{ act: 'death', kin }])
  expect(after.matters).toMatchObject([{ matter, state: 'closed', open: false }])
  expect((await linesOf(person)).at(-1)).toMatchObject({ status: 'ended', code: 90, reason: 'died' })
  expect(await heldBy(person)).toEqual([])
  expect(await house.rows('select from people.phone_directory where account_id = $1', [person.actor.account])).toEqual(
    [],
  )
  expect(
    await house.rows('select from people.session where account_id = $1 and ended_at is null', [person.actor.account]),
  ).toEqual([])
})

test('a matter whose membership is held here is not closed over it', async () => {
  const person = await member()
  const { matter } = await house.does(person.actor, resign, person.key)

  await expect(house.does(officer, closeLife, { cell, matter })).rejects.toMatchObject({
    code: 'membership.still_member',
  })
})

test('every look at how a membership stands is in its person’s log', async () => {
  const person = await member()
  await house.asks(officer, findMemberLife, person.key)

  const looks = await house.rows('select act from kernel.access where $1 = any(subjects)', [person.actor.person])

  expect(looks.map(({ act }) => act)).toContain('membership.view_life')
  expect(await house.asks(officer, findMember, person.key)).toMatchObject({ status: 'active' })
})
