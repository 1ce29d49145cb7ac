import { numberAllFacts } from '@gongqiao/kernel/facts/sequencer.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { expect, test } from 'vitest'
import { type Applicant, openHouse } from '../../../tests/house.ts'
import { noticeVersion } from '../texts/notice.ts'
import { confirmApplication } from './confirm-application.ts'
import { confirmManyApplications } from './confirm-applications.ts'
import { returnApplication } from './return-application.ts'
import { submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const house = await openHouse()
const { units } = house
const code = await house.code(units.shop)
const [first, second] = [await house.officer(units.shop, 'grassroots_officer'), await house.officer(units.township)]
const far = await house.officer(units.farShop)
const decidedOn = '2026-03-02'

function keyOf(person: Applicant) {
  const matter = person.outcome.card?.matter
  if (!matter) throw new Error('whoever applied has a matter')
  return { cell: matter.cell, matter: matter.id }
}
type Typed = ReturnType<typeof house.stranger>
const form = (typed: Typed, phoneCode = '123456') => ({
  ...typed,
  code,
  identityKind: 'resident_card',
  phoneCode,
  consents: { notice: noticeVersion, sensitive: true },
})

/** What became of things done at the same time: done, or the refusal's name. */
async function outcomes(acts: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts)
  return settled.map((result) => (result.status === 'fulfilled' ? 'done' : String(result.reason.message))).sort()
}
const joined = (identityNumber: string) =>
  house.rows(
    `select m.id, m.status from membership.membership m join people.person p on p.id = m.person_id
     where p.identity_digest = $1 order by m.status`,
    [house.services.keyring.digest('identity', `resident_card:${identityNumber}`)],
  )
async function factsOf(matter: string) {
  await numberAllFacts(house.jobPool)
  return house.rows(
    `select f.body->>'to' as now from kernel.fact f join membership.application a on a.membership_id = (f.body->>'membership')::uuid
     where a.matter_id = $1 and f.name = 'membership.status_changed' order by f.body->>'from' nulls first`,
    [matter],
  )
}

test('two officers who confirm the same application at once make one act: one audit row, one fact, one line of history', async () => {
  const key = keyOf(await house.applies({ code }))

  const became = await outcomes(
    [first, second, first].map((officer) => house.does(officer, confirmApplication, { ...key, decidedOn })),
  )

  expect(became).toEqual(['done', 'matter.step_not_open', 'matter.step_not_open'])
  expect(await house.audit(key.matter)).toHaveLength(1)
  expect(await factsOf(key.matter)).toEqual([{ now: 'provisional' }, { now: 'active' }])
  expect(
    await house.rows('select step from kernel.matter_event where matter_id = $1 order by number', [key.matter]),
  ).toEqual([{ step: 'submit' }, { step: 'confirm' }])
  expect(
    await house.rows(
      'select h.status from membership.membership_history h join membership.application a using (membership_id) where a.matter_id = $1 order by number',
      [key.matter],
    ),
  ).toEqual([{ status: 'provisional' }, { status: 'active' }])
})

test('one officer confirms while the other returns and the person withdraws: exactly one of them is done', async () => {
  for (let round = 0; round < 4; round++) {
    const person = await house.applies({ code })
    const key = keyOf(person)

    const became = await outcomes([
      house.does(first, confirmApplication, { ...key, decidedOn }),
      house.does(second, returnApplication, { ...key, reason: 'details_missing' }),
      house.does(person.actor, withdrawApplication, key),
    ])

    // Whoever returned first leaves the person free to withdraw what was returned.
    const steps = await house.rows('select step from kernel.matter_event where matter_id = $1', [key.matter])
    expect(steps).toHaveLength(became.filter((word) => word === 'done').length + 1)
    expect(new Set(became.filter((word) => word !== 'done'))).toEqual(new Set(['matter.step_not_open']))
  }
})

test('two bulks that name the same applications in other orders both end, and each application is confirmed once', async () => {
  const people = [await house.applies({ code }), await house.applies({ code }), await house.applies({ code })]
  const items = people.map(keyOf)

  const [one, other] = await Promise.all([
    house.does(first, confirmManyApplications, { items, decidedOn }),
    house.does(second, confirmManyApplications, { items: [...items].reverse(), decidedOn }),
  ])

  for (const { matter } of items) {
    const words = [one, other].map((result) => result.items.find((item) => item.matter === matter))
    expect(words.map((item) => item?.code ?? 'done').sort()).toEqual(['done', 'matter.step_not_open'])
    expect(await factsOf(matter)).toEqual([{ now: 'provisional' }, { now: 'active' }])
  }
})

test('in bulk, what is open, decided, elsewhere and nowhere is told apart line by line, and only the open is confirmed', async () => {
  const [open, decided, elsewhere] = [
    keyOf(await house.applies({ code })),
    keyOf(await house.applies({ code })),
    keyOf(await house.applies({ unit: units.siblingShop })),
  ]
  await house.does(first, confirmApplication, { ...decided, decidedOn })
  const nowhere = { cell: units.shop.cell, matter: newId() }

  const { items } = await house.does(first, confirmManyApplications, {
    items: [nowhere, elsewhere, decided, open],
    decidedOn,
  })

  const codes = Object.fromEntries(items.map((item) => [item.matter, item.code]))
  expect(codes).toEqual({
    [open.matter]: null,
    [decided.matter]: 'matter.step_not_open',
    [elsewhere.matter]: 'kernel.absent',
    [nowhere.matter]: 'kernel.absent',
  })
  expect(items.filter(({ done }) => done)).toHaveLength(1)
  expect(items.find(({ matter }) => matter === elsewhere.matter)?.text).toBe(
    items.find(({ matter }) => matter === nowhere.matter)?.text,
  )
  expect(await factsOf(elsewhere.matter)).toEqual([{ now: 'provisional' }])
})

test('the same phone joins twice at the same moment: one joins, the other’s code is spent', async () => {
  const typed = house.stranger()
  await house.phoneCode(typed.phone)

  const became = await outcomes(
    [1, 2, 3].map(() => house.does({ ...house.anyone(), keyOwner: newId() }, submitApplication, form(typed))),
  )

  expect(became).toEqual(['done', 'people.phone_code_over', 'people.phone_code_over'])
  expect(await joined(typed.identityNumber)).toHaveLength(1)
})

test('the same submission sent twice at the same moment under one key is one act with one answer', async () => {
  const [typed, asker, key] = [house.stranger(), house.anyone(), newId()]
  await house.phoneCode(typed.phone)

  const [one, other] = await Promise.all([1, 2].map(() => house.does(asker, submitApplication, form(typed), key)))

  expect(other).toEqual(one)
  expect(await joined(typed.identityNumber)).toHaveLength(1)
})

test('a number that several people send at the same moment reserves nobody’s place: all are provisional (design 2.1)', async () => {
  const typed = house.stranger()
  const phones = [house.stranger().phone, house.stranger().phone, house.stranger().phone]
  for (const phone of phones) await house.phoneCode(phone)

  const became = await outcomes(
    phones.map((phone) => house.does(house.anyone(), submitApplication, form({ ...typed, phone }))),
  )

  expect(became).toEqual(['done', 'done', 'done'])
  expect((await joined(typed.identityNumber)).map((row) => row.status)).toEqual(Array(3).fill('provisional'))
})

test('two unions that confirm the same number at once make one member; the other has to prove who they are (MEM-13)', async () => {
  for (let round = 0; round < 4; round++) {
    const here = await house.applies({ code })
    const there = await house.applies({ unit: units.farShop, name: here.name, identityNumber: here.identityNumber })

    const [one, other] = await Promise.all([
      house.does(first, confirmApplication, { ...keyOf(here), decidedOn }),
      house.does(far, confirmApplication, { ...keyOf(there), decidedOn }),
    ])

    expect([one.state, other.state].sort()).toEqual(['confirmed', 'person_check'])
    expect((await joined(here.identityNumber)).map((row) => row.status)).toEqual(['active', 'provisional'])
  }
})
