import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { loadUnitKeys } from './load-unit-keys.ts'

const house = await openHouse()
const keys = () => house.rows('select * from organization.unit_key order by unit_id, number')
const load = () => loadUnitKeys(house.services.pool, house.now(), () => undefined)

test('unions that were there before they could be found by their names become found, once', async () => {
  const before = await keys()
  await house.rows('delete from organization.unit_key')

  await load()
  expect(await keys()).toEqual(before)

  await house.rows('delete from organization.unit_key where unit_id = $1', [house.units.shop.id])
  await load()
  expect(await keys()).toHaveLength(before.length - 1)
})
