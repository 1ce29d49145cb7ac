import { expect, test } from 'vitest'
import { systemActor } from '../../../kernel/command/actor.ts'
import { openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { moveUnitMembers } from './commands/move-unit-members.ts'

const house = await openHouse()
const { units } = house
const system = systemActor('test')
const howMany = Number(process.env.PEOPLE ?? 400)

async function fill(unit: typeof units.shop, people: number) {
  const lines = Array.from({ length: people }, () => ({ ...house.stranger(), name: '钱多多' }))
  await listPeople(house.services, unit, lines)
}
const held = async (unit: { id: string }) =>
  Number(
    (
      await house.rows(
        `select count(*)::int as n from membership.membership where unit_id = $1 and status <> 'ended'`,
        [unit.id],
      )
    )[0]?.['n'],
  )
const counted = async (unit: { id: string }) =>
  Number(
    (await house.rows('select own_on_roll as n from insight.unit_count where unit_id = $1', [unit.id]))[0]?.['n'] ?? 0,
  )

test('a whole union moves inside its cell in one transaction, and figures follow', async () => {
  await fill(units.cousinShop, howMany)
  const { cell, id: from } = units.cousinShop
  const started = performance.now()
  const answer = await house.does(system, moveUnitMembers, { cell, from, into: units.shop.id })
  if (process.env.PEOPLE) console.log(`${howMany} inside a cell: ${Math.round(performance.now() - started)} ms`)
  expect(answer).toEqual({ moved: howMany, left: 0 })
  await house.settled()
  expect([await held(units.cousinShop), await held(units.shop)]).toEqual([0, howMany])
  expect([await counted(units.cousinShop), await counted(units.shop)]).toEqual([0, howMany])
})

test('between cells it moves in chunks, asked again until it moves nobody', async () => {
  await fill(units.neighbourShop, howMany + 200)
  const { cell, id: from } = units.neighbourShop
  const started = performance.now()
  let moved = 0
  for (;;) {
    const answer = await house.does(system, moveUnitMembers, { cell, from, into: units.farShop.id })
    moved += answer.moved
    if (answer.moved === 0) break
  }
  if (process.env.PEOPLE) console.log(`${moved} between cells: ${Math.round(performance.now() - started)} ms`)
  expect(moved).toBe(howMany + 200)
  await house.settled()
  expect([await held(units.neighbourShop), await held(units.farShop)]).toEqual([0, howMany + 200])
  expect([await counted(units.neighbourShop), await counted(units.farShop)]).toEqual([0, howMany + 200])
})
