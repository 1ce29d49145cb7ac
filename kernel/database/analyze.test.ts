import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { analyzeFreshTables } from './analyze.ts'

const house = await openHouse()

test('tables that were filled and never looked at are looked at, once', async () => {
  await house.applies()
  await house.settled()

  expect(await analyzeFreshTables(house.ownerUrl)).toBeGreaterThan(0)

  expect(await house.rows(`select reltuples from pg_class where oid = 'membership.membership'::regclass`)).toEqual([
    { reltuples: 1 },
  ])
  expect(await analyzeFreshTables(house.ownerUrl)).toBe(0)
})
