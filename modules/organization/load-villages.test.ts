import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { loadVillages } from './load-villages.ts'

const house = await openHouse()

const load = (code: string) =>
  inTransaction(house.services.pool, undefined, (tx) => loadVillages(tx, code, '2023-06-30', house.now()))

test('the villages and communities of a county stand below their townships, beside what stood there, and a second load adds none', async () => {
  const added = await load('440103')

  expect(added).toBeGreaterThan(5)
  expect(await load('440103')).toBe(0)
  const rows = await house.rows(
    `select count(*)::int as villages, count(distinct v.path)::int as places, bool_and(v.path like t.path || '___') as below,
       count(*) filter (where v.desk_post_id is distinct from t.desk_post_id)::int as others
     from organization.unit v join organization.unit t on t.id = v.parent_id where v.level = 'village'`,
  )
  expect(rows).toEqual([{ villages: added, places: added, below: true, others: 0 }])
  expect(await house.rows(`select path from organization.unit where id = $1`, [house.units.shop.id])).toEqual([
    { path: house.units.shop.path },
  ])
})
