import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { escalateMatters } from '@gongqiao/modules/organization/index.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { listQueue } from '../../../tests/matters.ts'
import { confirmApplication } from '../commands/confirm-application.ts'
import { withdrawApplication } from '../commands/withdraw-application.ts'
import { findMyCard } from '../queries/find-my-card.ts'
import { listRoll } from '../queries/list-roll.ts'
import { searchPeople } from '../queries/search-people.ts'
import { routeApplication } from './commands/route-application.ts'

const house = await openHouse()
const { units } = house
const [below, beside, above] = [
  await house.officer(units.shop, 'grassroots_officer'),
  await house.officer(units.siblingShop, 'grassroots_officer'),
  await house.officer(units.township),
]
const code = await house.code(units.shop)
const { cell } = units.shop

async function submitted() {
  const applicant = await house.applies({ code })
  return { ...applicant, key: { cell, matter: applicant.outcome.card?.matter?.id ?? '' } }
}
const system = systemActor('test')

test('a provisional that nobody confirms rises and never ends by itself; the union above confirms it (兜底)', async () => {
  const applicant = await submitted()
  house.moveTo('2026-04-20T09:00:00+08:00')
  await house.does(system, escalateMatters, { cell })
  await house.does(system, escalateMatters, { cell })

  const overdue = await house.asks(above, listQueue, { view: 'overdue' })
  expect(overdue.items.map(({ matter }) => matter)).toContain(applicant.key.matter)
  expect(await house.asks(applicant.actor, findMyCard, {})).toMatchObject({ status: 'provisional' })
  const after = await house.does(above, confirmApplication, { ...applicant.key, decidedOn: '2026-04-20' })
  house.moveTo('2026-03-02T09:00:00+08:00')

  expect(after.state).toBe('confirmed')
})

test('the union above gives an application to the union it belongs to: roll, queue and search follow, and the person is told', async () => {
  const applicant = await submitted()

  const after = await house.does(above, routeApplication, { ...applicant.key, to: units.siblingShop.id })

  expect(after).toMatchObject({ state: 'submitted', unit: { id: units.siblingShop.id }, due: { rule: 'MEM-SLA' } })
  const rollOf = async (officer: typeof below, unit: string) =>
    (await house.asks(officer, listRoll, { unit })).items.map(({ person }) => person)
  expect(await rollOf(below, units.shop.id)).not.toContain(applicant.actor.person)
  expect(await rollOf(beside, units.siblingShop.id)).toContain(applicant.actor.person)
  const found = await house.asks(beside, searchPeople, { unit: units.siblingShop.id, text: applicant.name })
  expect(found.items.map(({ person }) => person)).toContain(applicant.actor.person)
  expect(await house.asks(applicant.actor, findMyCard, {})).toMatchObject({
    status: 'provisional',
    unit: { id: units.siblingShop.id },
  })
  const decided = await house.does(beside, confirmApplication, { ...applicant.key, decidedOn: '2026-03-02' })
  expect(decided.state).toBe('confirmed')
  await house.settled()
  const [counts] = await house.rows(
    'select own_on_roll as roll, own_provisional as provisional from insight.unit_count where unit_id = $1',
    [units.siblingShop.id],
  )
  expect(counts).toEqual({ roll: 1, provisional: 0 })
})

test('whoever was routed may still withdraw: nobody is held by it', async () => {
  const applicant = await submitted()
  await house.does(above, routeApplication, { ...applicant.key, to: units.siblingShop.id })

  const after = await house.does(applicant.actor, withdrawApplication, applicant.key)

  expect(after.state).toBe('withdrawn')
})

test('only who answers for both unions routes, within the county, and to another one', async () => {
  const { key } = await submitted()

  for (const [officer, to, refusal] of [
    [below, units.siblingShop.id, 'kernel.absent'],
    [beside, units.siblingShop.id, 'kernel.absent'],
    [above, units.cousinShop.id, 'kernel.absent'],
    [above, units.shop.id, 'membership.route_same_unit'],
    [await house.officer(units.city), units.neighbourShop.id, 'membership.route_within_county'],
  ] as const)
    await expect(house.does(officer, routeApplication, { ...key, to })).rejects.toMatchObject({ code: refusal })
})

test('an application that was decided is routed no more', async () => {
  const { key } = await submitted()
  await house.does(below, confirmApplication, { ...key, decidedOn: '2026-03-02' })

  await expect(house.does(above, routeApplication, { ...key, to: units.siblingShop.id })).rejects.toMatchObject({
    code: 'matter.step_not_open',
  })
})
