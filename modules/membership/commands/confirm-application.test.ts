import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { listRoll } from '../queries/list-roll.ts'
import { confirmApplication } from './confirm-application.ts'
import { confirmManyApplications } from './confirm-applications.ts'
import { returnApplication } from './return-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop, 'grassroots_officer')

async function submitted(unit: { id: string } = units.shop) {
  const applicant = await house.applies({ unit })
  const matter = applicant.outcome.card?.matter
  return { applicant, key: { cell: matter?.cell ?? 0, matter: matter?.id ?? '' } }
}

test('confirming starts membership on the committee’s day, and the person sees it (MEM-11)', async () => {
  const { applicant, key } = await submitted()

  const after = await house.does(officer, confirmApplication, { ...key, decidedOn: '2026-03-02' })

  expect(after).toMatchObject({ state: 'confirmed', due: null, steps: [] })
  expect(await house.asks(applicant.actor, findMyCard, {})).toMatchObject({
    status: 'active',
    since: '2026-03-02',
    matter: null,
  })
  expect(
    await house.rows(
      'select status, change_code, valid_to is null as open from membership.membership_history where membership_id in (select id from membership.membership where person_id = $1) order by number',
      [applicant.actor.person],
    ),
  ).toEqual([
    { status: 'provisional', change_code: null, open: false },
    { status: 'active', change_code: 1, open: true },
  ])
})

test('confirming leaves one audit row and one fact, and a repeat with the same key acts no second time', async () => {
  const { key } = await submitted()
  const once = '11111111-1111-4111-8111-111111111111'

  const first = await house.does(officer, confirmApplication, { ...key, decidedOn: '2026-03-02' }, once)
  const second = await house.does(officer, confirmApplication, { ...key, decidedOn: '2026-03-02' }, once)

  expect(second).toEqual(first)
  expect(await house.audit(key.matter)).toMatchObject([
    {
      act: 'membership.confirm',
      before: { state: 'submitted' },
      after: { state: 'confirmed', decidedOn: '2026-03-02' },
    },
  ])
})

test('a decision in the future or before the application is refused with its field (MEM-11)', async () => {
  const { key } = await submitted()

  for (const [decidedOn, code] of [
    ['2026-03-03', 'membership.decided_in_future'],
    ['2026-03-01', 'membership.decided_before_application'],
  ]) {
    await expect(house.does(officer, confirmApplication, { ...key, decidedOn })).rejects.toMatchObject({
      code: 'kernel.invalid_input',
      faults: [{ field: '/decidedOn', code }],
    })
  }
})

test('an application is hidden from every union beside and below, and one without the act is refused', async () => {
  const { key } = await submitted()

  for (const unit of [
    units.siblingShop,
    units.cousinShop,
    units.siblingTownship,
    units.neighbourCounty,
    units.otherProvince,
  ]) {
    const stranger = await house.officer(unit)
    await expect(house.does(stranger, confirmApplication, { ...key, decidedOn: '2026-03-02' })).rejects.toMatchObject({
      code: 'kernel.absent',
    })
  }
  const counting = await house.officer(units.shop, 'statistician')
  await expect(house.does(counting, confirmApplication, { ...key, decidedOn: '2026-03-02' })).rejects.toMatchObject({
    code: 'kernel.forbidden',
  })
})

test('unions above may decide for the one below', async () => {
  for (const unit of [units.township, units.county, units.city, units.province, units.nation]) {
    const { key } = await submitted()
    const upper = await house.officer(unit)

    const after = await house.does(upper, confirmApplication, { ...key, decidedOn: '2026-03-02' })

    expect(after.state).toBe('confirmed')
  }
})

test('confirming is refused in every state but submitted and person_check', async () => {
  const returned = await submitted()
  await house.does(officer, returnApplication, { ...returned.key, reason: 'details_missing' })
  const withdrawn = await submitted()
  await house.does(withdrawn.applicant.actor, withdrawApplication, withdrawn.key)
  const confirmed = await submitted()
  await house.does(officer, confirmApplication, { ...confirmed.key, decidedOn: '2026-03-02' })

  for (const { key } of [returned, withdrawn, confirmed]) {
    await expect(house.does(officer, confirmApplication, { ...key, decidedOn: '2026-03-02' })).rejects.toMatchObject({
      code: 'matter.step_not_open',
    })
  }
})

test('in bulk each application stands by itself: what cannot be confirmed is named, the others are confirmed', async () => {
  const [one, two, gone, foreign] = [
    await submitted(),
    await submitted(),
    await submitted(),
    await submitted(units.farShop),
  ]
  await house.does(gone.applicant.actor, withdrawApplication, gone.key)
  const items = [one.key, two.key, gone.key, foreign.key]

  const result = await house.does(officer, confirmManyApplications, { items, decidedOn: '2026-03-02' })

  const codes = new Map(result.items.map((item) => [item.matter, item.code]))
  expect(items.map(({ matter }) => codes.get(matter))).toEqual([null, null, 'matter.step_not_open', 'kernel.absent'])
  expect(
    await house.rows('select count(*)::int as confirmed from kernel.matter where id = any($1) and state = $2', [
      items.map((item) => item.matter),
      'confirmed',
    ]),
  ).toEqual([{ confirmed: 2 }])
})

test('a roll shows confirmed and provisional people of the subtree and nobody else, with age and mask instead of number and birth date', async () => {
  const seen = await submitted(units.cousinShop)
  const beside = await submitted(units.neighbourShop)
  const county = await house.officer(units.county)

  const page = await house.asks(county, listRoll, { unit: units.siblingTownship.id })

  const people = page.items.map((item) => item.person)
  expect(people).toContain(seen.applicant.actor.person)
  expect(people).not.toContain(beside.applicant.actor.person)
  expect(JSON.stringify(page)).not.toMatch(/birth|\d{6}(19|20)\d{6}/)
  expect(page.items[0]).toMatchObject({ age: 35, identityMask: expect.stringMatching(/^44\*{15}[\dX]$/) })
})
