import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { whoseSession } from './index.ts'
import { peopleJobs } from './jobs.ts'

const house = await openHouse()
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const [cleanUp] = peopleJobs
if (!cleanUp) throw new Error('the module cleans up')

test('a phone code goes a day after it expired, and not before', async () => {
  await house.phoneCode('15400009999')
  house.moveTo('2026-03-03T09:04:00+08:00')
  expect(await cleanUp.run(parts)).toMatchObject({ codes: 0 })

  house.moveTo('2026-03-03T09:06:00+08:00')

  expect(await cleanUp.run(parts)).toMatchObject({ codes: 1 })
})

test('sessions go thirty days after their end; the open ones stay', async () => {
  house.moveTo('2026-03-02T09:00:00+08:00')
  const person = await house.applies()
  await house.rows(`update people.session set ended_at = '2026-03-05'`)
  const other = await house.applies({ unit: house.units.farShop })
  house.moveTo('2026-04-05T00:01:00+08:00')

  expect(await cleanUp.run(parts)).toMatchObject({ sessions: 1 })

  const tokenOf = (cookie: string) => cookie.split('=')[1] ?? ''
  expect(await whoseSession(house.services, tokenOf(other.cookie))).toMatchObject({ account: other.actor.account })
  expect(await whoseSession(house.services, tokenOf(person.cookie))).toBeUndefined()
})
