import { expect, test } from 'vitest'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { openHouse } from '../../../tests/house.ts'
import { breachesIn, memberOf } from '../../../tests/members.ts'
import { findPastFigures } from '../../insight/queries/find-past-figures.ts'
import { listPastRoll } from '../../membership/queries/list-past-roll.ts'
import { membershipReactions } from '../../membership/reactions.ts'
import { beginFoundingAtDesk } from '../founding/commands/begin-founding.ts'
import { replyToRequest } from '../founding/commands/reply-to-request.ts'
import { approveChange } from './commands/approve-change.ts'
import { proposeChange } from './commands/propose-change.ts'

const house = await openHouse()
const { units } = house
const nation = await house.officer(units.nation)
const county = await house.officer(units.county)
const places = [units.shop, units.siblingShop, units.cousinShop, units.township, units.siblingTownship, units.county]
const above = [units.city, units.province, units.nation]
const papers = {
  reason: '几家单位重新组合',
  resolution: { on: '2026-02-20', by: '会员大会' },
  intoResolution: '2026-02-21',
  audit: { on: '2026-02-25', by: '经审办' },
  property: '经费资产并入接续的工会',
}

house.moveTo('2026-03-02T09:00:00+08:00')
const people = [
  ...[await memberOf(house, units.shop), await memberOf(house, units.shop), await memberOf(house, units.shop)],
  ...[await memberOf(house, units.siblingShop), await memberOf(house, units.siblingShop)],
  await memberOf(house, units.cousinShop),
]
house.moveTo('2026-03-04T09:00:00+08:00')
await memberOf(house, units.shop)
await house.settled()

/** Everything that is said of a past day: the figures of each union, of those below it, and the rolls. */
async function saidOf(on: string, known: 'then' | 'now') {
  const said: { [what: string]: unknown } = {}
  for (const unit of [...places, ...above]) {
    const figures = await house.asks(nation, findPastFigures, { unit: unit.id, on, known })
    const below = figures.children.map(({ unit: { id, name }, onRoll }) => [id, name, onRoll])
    said[`figures of ${unit.name}`] = [figures.onRoll, figures.provisional, below]
  }
  for (const unit of places) {
    const { items } = await house.asks(county, listPastRoll, { unit: unit.id, on, known })
    said[`roll of ${unit.name}`] = items.map((row) => [row.person, row.status, row.unit.id, row.unit.name])
  }
  return said
}
const days = ['2026-03-02', '2026-03-03', '2026-03-04']
const before = new Map<string, unknown>()
for (const day of days) before.set(day, await saidOf(day, 'then'))

async function changes(on: string, wish: object) {
  house.moveTo(`${on}T09:00:00+08:00`)
  const { cell, matter } = await house.does(nation, proposeChange, { ...papers, ...wish })
  await house.does(nation, approveChange, { cell, matter, document: '工〔2026〕1号' })
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  await house.settled()
}
const unchanged = async (known: 'then' | 'now') => {
  for (const day of days) expect(await saidOf(day, known), `${day} ${known}`).toEqual(before.get(day))
}

test('there is something to be said of each day', () => {
  expect(before.get('2026-03-02')).not.toEqual(before.get('2026-03-04'))
  expect(people).toHaveLength(6)
})

test('a split changes no figure and no roll of a day before it, as known then and as known now (ORG-29)', async () => {
  const [row] = await house.rows(
    `select id from membership.membership where unit_id = $1 and status = 'active' order by id limit 1`,
    [units.shop.id],
  )
  await changes('2026-03-05', {
    ...{ unit: units.shop.id, kind: 'split', parts: [{ name: '沙面制衣二厂工会', people: [row?.['id']] }] },
  })

  await unchanged('then')
  await unchanged('now')
})

test('a move under another parent changes none, though its place is another one now (ORG-01)', async () => {
  await changes('2026-03-06', { unit: units.siblingShop.id, kind: 'move', into: units.siblingTownship.id })

  await unchanged('then')
  await unchanged('now')
})

test('a merge changes none, and neither does a union that ends with its employer (ORG-26, ORG-28)', async () => {
  await changes('2026-03-09', { unit: units.shop.id, kind: 'merge', into: units.cousinShop.id })
  await changes('2026-03-10', { unit: units.cousinShop.id, kind: 'close', members: 'retain' })

  await unchanged('then')
  await unchanged('now')
  expect(await breachesIn(house)).toEqual([])
})

test('a place that a union has left is given to nobody else: a new union reads nothing of what happened there', async () => {
  const placeOf = async (id: string) =>
    (await house.rows('select path from organization.unit where id = $1', [id]))[0]?.['path']
  const left = await placeOf(units.siblingShop.id)
  await changes('2026-03-11', { unit: units.siblingShop.id, kind: 'move', into: units.township.id })
  const upper = await house.officer(units.siblingTownship)
  const { cell, matter } = await house.does(upper, beginFoundingAtDesk, {
    ...{ unit: units.siblingTownship.id, form: 'single', body: 'committee', name: '岭南新厂工会', membersExpected: 40 },
    employers: [{ name: '岭南新厂' }],
  })

  const { unit } = await house.does(upper, replyToRequest, { cell, matter, on: '2026-03-11' })

  expect(await placeOf(unit?.id ?? '')).not.toBe(left)
  const own = await house.officer({ id: unit?.id ?? '' })
  const roll = await house.asks(own, listPastRoll, { unit: unit?.id, on: '2026-03-10' })
  expect(roll.items).toEqual([])
  const moved = await house.asks(county, listPastRoll, { unit: units.siblingShop.id, on: '2026-03-10' })
  expect(moved.items).toHaveLength(2)
})
