import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { confirmApplication } from '../../membership/commands/confirm-application.ts'
import { rebuildDays } from '../unit-day.ts'
import { findFigures } from './find-figures.ts'
import { findPastFigures } from './find-past-figures.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.nation)
const above = [units.shop, units.township, units.county, units.city, units.province, units.nation]

house.moveTo('2026-03-02T09:00:00+08:00')
const { outcome } = await house.applies({ unit: units.shop })
const matter = outcome.card?.matter
if (!matter) throw new Error('an application is a matter')
house.moveTo('2026-03-05T09:00:00+08:00')
await house.does(await house.officer(units.shop), confirmApplication, {
  cell: matter.cell,
  matter: matter.id,
  decidedOn: '2026-03-03',
})
await house.settled()

const past = (unit: { id: string }, on: string, known: 'then' | 'now') =>
  house.asks(officer, findPastFigures, { unit: unit.id, on, known })

test('what is asked as of a past day is what was known that day, or what has been corrected since', async () => {
  for (const unit of above) {
    expect(await past(unit, '2026-03-01', 'now')).toMatchObject({ onRoll: 0, provisional: 0 })
    for (const known of ['then', 'now'] as const)
      expect(await past(unit, '2026-03-02', known)).toMatchObject({ onRoll: 0, provisional: 1, known })
    // The committee's decision of the 3rd was written down on the 5th (MEM-11).
    expect(await past(unit, '2026-03-04', 'then')).toMatchObject({ onRoll: 0, provisional: 1 })
    expect(await past(unit, '2026-03-04', 'now')).toMatchObject({ onRoll: 1, provisional: 0 })
    expect(await past(unit, '2026-03-05', 'then')).toMatchObject({ onRoll: 1, provisional: 0 })
  }
})

test('as of today it is the live figure, for the union and each below it', async () => {
  for (const unit of above) {
    const { asOf: _asOf, ...live } = await house.asks(officer, findFigures, { unit: unit.id })
    const { on, known: _known, ...today } = await past(unit, '2030-01-01', 'then')
    expect(on).toBe('2026-03-05')
    expect(today).toEqual(live)
  }
})

test('a union that did not stand there yet is not below, and one that was renamed has the name of that day', async () => {
  const [shop] = (await past(units.township, '2026-03-05', 'now')).children.filter(
    ({ unit }) => unit.id === units.shop.id,
  )
  await house.rows(`update organization.unit_history set valid_to = '2026-03-04' where unit_id = $1`, [units.shop.id])
  await house.rows(
    `insert into organization.unit_history (unit_id, valid_from, recorded_at, name, short_name, level, state)
     values ($1, '2026-03-04', $2, '新名工会', '新名工会', 'grassroots', 'active')`,
    [units.shop.id, house.now()],
  )
  const nameOn = async (on: string) =>
    (await past(units.township, on, 'now')).children.find(({ unit }) => unit.id === units.shop.id)?.unit.name

  expect(await nameOn('2026-03-03')).toBe(shop?.unit.name)
  expect(await nameOn('2026-03-04')).toBe('新名工会')
  expect((await past(units.township, '1900-01-01', 'now')).children).toEqual([])
})

test('days folded anew from the first fact are the same days', async () => {
  const before = await house.rows('select * from insight.unit_day order by cell_id, unit_id, valid_on, recorded_on')
  await house.rows('update insight.unit_day set on_roll = on_roll + 7')
  await rebuildDays(house.jobPool)

  expect(await house.rows('select * from insight.unit_day order by cell_id, unit_id, valid_on, recorded_on')).toEqual(
    before,
  )
})

test('figures of past days are as closed as those of today', async () => {
  const city = await house.officer(units.city)
  await expect(house.asks(city, findPastFigures, { unit: units.otherCity.id, on: '2026-03-02' })).rejects.toMatchObject(
    { code: 'kernel.absent' },
  )
})
