import { beforeAll, expect, test } from 'vitest'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { membershipReactions } from '../../membership/reactions.ts'
import { enterEmployers } from '../coverage/commands/enter-employers.ts'
import { listEmployers } from '../coverage/queries/list-employers.ts'
import { returnChange, withdrawChange } from './commands/answer-change.ts'
import { approveChange } from './commands/approve-change.ts'
import { proposeChange } from './commands/propose-change.ts'
import { resubmitChange } from './commands/resubmit-change.ts'
import { findAskedChange } from './queries/find-asked.ts'

const house = await openHouse()
const { units } = house
const { cell } = units.shop
const township = await house.officer(units.township)
const shop = await house.officer(units.shop, 'grassroots_officer')

const papers = {
  kind: 'split',
  reason: '公司分立为三家',
  resolution: { on: '2026-02-20', by: '会员大会' },
  audit: { on: '2026-02-25', by: '区总工会经审办' },
  property: '按职工人数分配',
}
const held = async (unit: string) =>
  (
    await house.rows(`select id from membership.membership where unit_id = $1 and status <> 'ended' order by id`, [
      unit,
    ])
  ).map(({ id }) => String(id))
const refusedFor = async (parts: readonly object[]) =>
  house
    .does(shop, proposeChange, { unit: units.shop.id, ...papers, parts })
    .catch((error: unknown) =>
      error instanceof Refusal ? error.faults.map(({ field, code }) => [field, code]) : error,
    )

let people: string[] = []
let employers: string[] = []
beforeAll(async () => {
  await listPeople(
    house.services,
    units.shop,
    Array.from({ length: 7 }, () => house.stranger()),
  )
  await house.settled()
  people = await held(units.shop.id)
  await house.does(shop, enterEmployers, {
    ...{ unit: units.shop.id, covered: true },
    employers: ['甲公司', '乙公司', '丙公司'].map((name) => ({ name })),
  })
  const { items } = await house.asks(shop, listEmployers, { unit: units.shop.id })
  employers = ['甲公司', '乙公司', '丙公司'].map((name) => items.find((one) => one.name === name)?.id ?? '')
})

test('what is given to two new unions, to nobody, or is not its own is named, every fault at once (ORG-29)', async () => {
  const [first] = people
  const { id: stranger } = units.cousinShop

  expect(
    await refusedFor([
      { name: '甲公司工会', people: [first] },
      { name: '甲公司工会', people: [first] },
      { name: '丙公司工会' },
    ]),
  ).toEqual([
    ['/parts/1/people', 'organization.change.taken_twice'],
    ['/parts/1/name', 'organization.change.same_name'],
    ['/parts/2/people', 'organization.change.takes_nothing'],
  ])
  expect(await refusedFor([{ name: '甲公司工会', children: [stranger], employers: [first] }])).toEqual([
    ['/parts/0/children', 'organization.change.not_its_own'],
    ['/parts/0/employers', 'organization.change.not_covered'],
  ])
  expect(await refusedFor([])).toEqual([['/parts', 'organization.change.no_name']])
})

test('a union splits into two new ones: each gets its people and its employers, whoever is left stays, nobody is lost (ORG-29)', async () => {
  const wish = {
    ...papers,
    parts: [
      { name: '甲公司工会', people: people.slice(0, 2), employers: [employers[0]] },
      { name: '乙公司工会', people: people.slice(2, 5), employers: [employers[1]] },
    ],
  }
  const { matter } = await house.does(shop, proposeChange, { unit: units.shop.id, ...wish })
  // Returned with a word, it is mended: one more goes to the first.
  await house.does(township, returnChange, { cell, matter, reason: '还有一人没有安排' })
  const asked = await house.asks(shop, findAskedChange, { cell, matter })
  expect(asked.parts?.map(({ name, people: named }) => [name, named])).toEqual([
    ['甲公司工会', people.slice(0, 2)],
    ['乙公司工会', people.slice(2, 5)],
  ])
  const mended = { ...wish, parts: [{ ...wish.parts[0], people: [...people.slice(0, 2), people[5]] }, wish.parts[1]] }
  await house.does(shop, resubmitChange, { cell, matter, ...mended })

  const { parts, state } = await house.does(township, approveChange, { cell, matter, document: '工〔2026〕3号' })
  expect(state).toBe('moving')
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  await house.settled()

  const made = parts.map((part) => part.made?.id ?? '')
  expect(await Promise.all(made.map(held))).toEqual([
    [people[0], people[1], people[5]].sort(),
    people.slice(2, 5).sort(),
  ])
  expect(await held(units.shop.id)).toEqual([people[6]])
  const covers = async (unit: string) =>
    (
      await house.rows(
        `select employer_id as id from organization.covered_unit where unit_id = $1 and valid_to is null`,
        [unit],
      )
    ).map(({ id }) => id)
  expect(await Promise.all([...made, units.shop.id].map(covers))).toEqual(employers.map((id) => [id]))
})

test('taken back before it is decided, a split leaves everything as it was', async () => {
  const before = await held(units.shop.id)
  const { matter } = await house.does(shop, proposeChange, {
    ...{ unit: units.shop.id, ...papers },
    parts: [{ name: '又一个工会', people: before }],
  })

  await house.does(shop, withdrawChange, { cell, matter })

  expect(await held(units.shop.id)).toEqual(before)
})
