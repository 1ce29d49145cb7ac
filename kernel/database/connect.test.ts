import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { serverIsAway } from './failures.ts'
import { inTransaction } from './tx.ts'

const house = await openHouse()
const { pool } = house.services

test('a connection that breaks between two statements of a transaction fails that transaction and nothing else', async () => {
  const broken = inTransaction(pool, undefined, async (tx) => {
    const { pid } = await tx.one<{ pid: number }>('select pg_backend_pid() as pid')
    await house.rows('select pg_terminate_backend($1)', [pid])
    await sleep(100)
    await tx.one('select 1')
  })

  await expect(broken).rejects.toSatisfy(serverIsAway)
  expect(await inTransaction(pool, undefined, (tx) => tx.one('select 1 as one'))).toEqual({ one: 1 })
})
