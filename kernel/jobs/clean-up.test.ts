import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { newId } from '../shared/ids.ts'
import { cleanUp } from './clean-up.ts'

const house = await openHouse()
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const answers = (cell: number) =>
  house.rows(
    `insert into kernel.idempotency (cell_id, owner, key, body_hash, answer, at) values ($1, 'somebody', $2, 'x', 'y', $3)`,
    [cell, newId(), house.now()],
  )
const count = async (table: string) => Number((await house.rows(`select count(*)::int as n from ${table}`))[0]?.['n'])

test('answers to requests go after 24 hours, in every cell, and not before', async () => {
  await answers(440_103)
  await answers(330_825)
  house.moveTo('2026-03-03T08:59:00+08:00')
  await answers(440_103)

  expect(await cleanUp.run(parts)).toMatchObject({ answers: 0 })
  house.moveTo('2026-03-03T09:01:00+08:00')
  expect(await cleanUp.run(parts)).toMatchObject({ answers: 2 })

  expect(await count('kernel.idempotency')).toBe(1)
})

test('messages that went out go after 30 days', async () => {
  await house.rows(
    `insert into kernel.outgoing (cell_id, id, at, channel, address, body, tries)
     values (0, $1, '2026-01-01', 'sms', 'x', 'y', 1), (0, $2, '2026-03-01', 'sms', 'x', 'y', 1)`,
    [newId(), newId()],
  )

  expect(await cleanUp.run(parts)).toMatchObject({ outgoing: 1 })
})

test('officers’ sessions go 30 days after their end', async () => {
  const { account: user } = await house.officer(house.units.shop)
  for (const [id, ends] of [
    ['old', '2026-01-15'],
    ['new', '2026-02-28'],
  ]) {
    await house.rows(
      `insert into signin."session" ("id", "expiresAt", "token", "updatedAt", "userId") values ($1, $2, $1, $2, $3)`,
      [id, ends, user],
    )
  }

  expect(await cleanUp.run(parts)).toMatchObject({ signIns: 1 })
})

test('more than fits one batch goes all the same, and a stop is heeded between two batches', async () => {
  await house.rows(
    `insert into kernel.outgoing (cell_id, id, at, channel, address, body, tries)
     select 0, gen_random_uuid(), '2026-01-01', 'sms', 'x', 'y', 1 from generate_series(1, 2500)`,
  )
  const stopped = AbortSignal.abort()

  await expect(cleanUp.run({ ...parts, signal: stopped })).rejects.toThrow()
  expect(await cleanUp.run(parts)).toMatchObject({ outgoing: 2500 })
})
