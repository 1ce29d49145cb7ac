import { expect, test } from 'vitest'
import { systemActor } from '../../kernel/command/actor.ts'
import { deliverFacts } from '../../tests/ask-facts.ts'
import { openHouse } from '../../tests/house.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { closeAsk } from './commands/close-ask.ts'
import { followMatters } from './commands/follow-matters.ts'
import { submitAsk } from './commands/submit-ask.ts'
import { takeDownAsk } from './commands/take-down-ask.ts'
import { findAsk } from './queries/find-ask.ts'
import { findFigures } from './queries/find-figures.ts'
import { listFigures } from './queries/list-figures.ts'

const house = await openHouse()
const { units } = house
const city = await house.officer(units.city, 'statistician')
const cityOfficer = await house.officer(units.city)
const county = await house.officer(units.county)
const quarter = '2026-Q1'

/** So many asks at a union's window, answered after so many days where they are. */
async function asks(unit: { id: string }, count: number, topic: string, answeredAfter?: number) {
  const officer = await house.officer(unit)
  for (let made = 0; made < count; made++) {
    house.moveTo('2026-03-02T09:00:00+08:00')
    const { ask } = await house.does(officer, takeDownAsk, { unit: unit.id, channel: 'window', words: '问', topic })
    if (answeredAfter === undefined) continue
    house.moveTo(`2026-03-${String(2 + answeredAfter).padStart(2, '0')}T09:00:00+08:00`)
    const key = { cell: ask.cell, matter: ask.matter }
    await house.does(officer, answerAsk, { ...key, words: '答', result: 'solved' })
  }
  house.moveTo('2026-03-02T09:00:00+08:00')
}

await asks(units.township, 12, '04', 1)
await asks(units.siblingTownship, 11, '04', 7)
await asks(units.siblingTownship, 2, '06')
await asks(units.neighbourCounty, 3, '04')
await deliverFacts(house)

test('topics, days and outcomes are of a place and all below it; an answer nobody confirmed is not a solved one', async () => {
  const figures = await house.asks(county, findFigures, { unit: units.county.id, quarter })

  expect(figures.total).toBe(25)
  expect(figures.days).toEqual({ p50: 1, p90: 7 })
  expect(figures.outcomes.find(({ standing }) => standing === 'solved')?.asks).toBe(0)
  // Two open ones are hidden, and with them the 23 that were answered.
  expect(figures.outcomes.filter(({ asks }) => asks === null).map(({ standing }) => standing)).toEqual([
    'open',
    'answered',
  ])
  expect(figures.topics.every(({ asks }) => asks === null)).toBe(true)
})

test('a place whose few asks are hidden above is hidden on its own page too, and so is the one that would give it away (G-03)', async () => {
  const above = await house.asks(city, findFigures, { unit: units.city.id, quarter })
  expect(above.total).toBe(28)
  const shown = above.places.map(({ unit, asks }) => [unit?.id ?? 'own', asks])
  expect(shown).toEqual([
    [units.county.id, null],
    [units.neighbourCounty.id, null],
    ['own', 0],
  ])

  for (const unit of [units.county, units.neighbourCounty]) {
    const figures = await house.asks(city, findFigures, { unit: unit.id, quarter })
    expect(figures.total).toBeNull()
    expect(figures.days).toBeNull()
    expect(figures.places.every(({ asks }) => asks === null || asks === 0)).toBe(true)
  }
})

test('the list that leaves hides what the screen hides', async () => {
  const { items } = await house.asks(cityOfficer, listFigures, { unit: units.neighbourCounty.id, quarter })
  expect(items.every(({ asks }) => asks === null || asks === 0)).toBe(true)
})

test('another quarter has nothing of it', async () => {
  const figures = await house.asks(county, findFigures, { unit: units.county.id, quarter: '2025-Q4' })
  expect(figures).toMatchObject({ total: 0, days: null, topics: [] })
})

test('what the asker says moves an ask from one pile to another, whoever has handled it', async () => {
  const { actor } = await house.applies({ unit: units.shop })
  const { ask } = await house.does(actor, submitAsk, { words: '问' })
  const key = { cell: ask.cell, matter: ask.matter }
  await house.does(await house.officer(units.shop), answerAsk, { ...key, words: '答', result: 'solved' })
  await house.does(actor, closeAsk, { ...key, solved: 'partly', answer: 3, handling: 3 })
  await deliverFacts(house)

  const rows = await house.rows('select standing, days, asks from rights.ask_count where unit_id = $1 and asks <> 0', [
    units.shop.id,
  ])
  expect(rows).toEqual([{ standing: 'partly', days: 0, asks: 1 }])
})

test('a matter that was taken to another place is followed by what was said in it', async () => {
  const { actor } = await house.applies({ unit: units.shop })
  const { ask } = await house.does(actor, submitAsk, { words: '问' })
  const key = { cell: ask.cell, matter: ask.matter }
  await house.rows('update kernel.matter set path = $2, host_unit_id = $3 where id = $1', [
    key.matter,
    units.siblingShop.path,
    units.siblingShop.id,
  ])
  const sibling = await house.officer(units.siblingShop)
  await expect(house.asks(sibling, findAsk, key)).rejects.toMatchObject({ code: 'kernel.absent' })

  await house.does(systemActor('test'), followMatters, { cell: key.cell })

  expect((await house.asks(sibling, findAsk, key)).turns).toHaveLength(1)
})
