import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { organizationJobs } from './jobs.ts'

const house = await openHouse()
const { units } = house
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const [escalate] = organizationJobs
if (!escalate) throw new Error('the module lets late matters rise')
await house.officer(units.shop, 'grassroots_officer')
await house.officer(units.farShop, 'grassroots_officer')
const [county, farCounty] = [await house.officer(units.county), await house.officer(units.farCounty)]
const auditsOf = () =>
  house.rows(`select cell_id from kernel.audit where act = 'organization.escalate_matters' order by cell_id`)

test('each morning what is late rises in every cell, and a cell without anything late is left alone', async () => {
  await house.applies()
  await house.applies({ unit: units.farShop })
  await house.applies({ unit: units.neighbourShop })
  await house.rows(`update kernel.matter set due_on = '2026-06-01' where cell_id = $1`, [units.neighbourShop.cell])
  house.moveTo('2026-03-23T06:00:00+08:00')
  expect(await escalate.run(parts)).toMatchObject({ risen: 0 })
  expect(await auditsOf()).toEqual([])

  house.moveTo('2026-03-24T06:00:00+08:00')
  expect(await escalate.run(parts)).toEqual({ cells: 3, risen: 2 })

  expect(await auditsOf()).toEqual([{ cell_id: units.farShop.cell }, { cell_id: units.shop.cell }])
  const owners = await house.rows(
    'select owner_post_id as owner from kernel.matter where escalations = 1 order by cell_id',
  )
  expect(owners).toEqual([{ owner: farCounty.post.id }, { owner: county.post.id }])
})

test('a run that is told to stop ends between two cells', async () => {
  await expect(escalate.run({ ...parts, signal: AbortSignal.abort() })).rejects.toThrow()
})
