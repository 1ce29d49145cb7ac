import pg from 'pg'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../shared/ids.ts'
import { type Cookie, command } from './command.ts'
import { perform } from './perform.ts'

const house = await openHouse()
const { services } = house
const cell = 440_103
const cookie: Cookie = { name: 'session', value: 'a secret of the browser', maxAgeSeconds: 60 }
const closed = { additionalProperties: false } as const

/** A command that counts how often it acts, and gives each time another answer and another cookie. */
function counting(before: () => Promise<void> = async () => undefined) {
  const act = `house.count_${newId()}`
  let acted = 0
  const counted = command({
    act,
    by: ['anyone'],
    input: Type.Object({ word: Type.String() }, closed),
    output: Type.Object({ word: Type.String(), time: Type.Integer() }, closed),
    cellOf: () => cell,
    async run({ tx, input, allow }) {
      allow.everybody('a test')
      if (input.word === 'wrong') throw new Refusal('kernel.absent')
      acted++
      await tx.run('insert into kernel.installation (id, value, changed_at) values ($1, $2, $3)', [
        newId(),
        {},
        house.now(),
      ])
      await before()
      if (input.word === 'counted') return { cell, refusal: new Refusal('kernel.absent') }
      const answer = { word: `张三 says ${input.word}`, time: acted }
      return { cell, answer, cookie: { ...cookie, value: `${cookie.value} ${acted}` } }
    },
  })
  const audited = async () => (await house.rows('select from kernel.audit where act = $1', [act])).length
  return { counted, acted: () => acted, audited }
}
const asker = house.anyone()

test('a repeat with the same key gets the same answer and the same cookie, and nothing is done again', async () => {
  const { counted, acted, audited } = counting()
  const key = newId()

  const first = await perform(services, asker, counted, { word: 'hello' }, key)
  const again = await perform(services, asker, counted, { word: 'hello' }, key)

  expect(first).toEqual({
    answer: { word: '张三 says hello', time: 1 },
    cookie: { ...cookie, value: `${cookie.value} 1` },
    repeated: false,
  })
  expect(again).toEqual({ ...first, repeated: true })
  expect([acted(), await audited()]).toEqual([1, 1])
})

test('the same key with another body is refused, and nothing is done', async () => {
  const { counted, acted, audited } = counting()
  const key = newId()
  await perform(services, asker, counted, { word: 'hello' }, key)

  await expect(perform(services, asker, counted, { word: 'goodbye' }, key)).rejects.toThrow(
    'kernel.key_with_other_body',
  )

  expect([acted(), await audited()]).toEqual([1, 1])
})

test('the same key and body for another act is another body', async () => {
  const key = newId()
  await perform(services, asker, counting().counted, { word: 'hello' }, key)

  await expect(perform(services, asker, counting().counted, { word: 'hello' }, key)).rejects.toThrow(
    'kernel.key_with_other_body',
  )
})

test('a key belongs to its owner: somebody else’s request with the same key is a request of its own', async () => {
  const { counted } = counting()
  const key = newId()

  const mine = await perform(services, asker, counted, { word: 'hello' }, key)
  const theirs = await perform(services, house.anyone(), counted, { word: 'hello' }, key)

  expect([mine.answer.time, theirs.answer.time]).toEqual([1, 2])
})

test('a second call while the first runs waits, and gets the first one’s answer', async () => {
  const [gate, running] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { counted, acted, audited } = counting(() => {
    running.resolve()
    return gate.promise
  })
  const key = newId()

  const first = perform(services, asker, counted, { word: 'hello' }, key)
  await running.promise
  const second = perform(services, asker, counted, { word: 'hello' }, key)
  const third = perform(services, asker, counted, { word: 'hello' }, key)
  gate.resolve()

  expect(await second).toEqual({ ...(await first), repeated: true })
  expect(await third).toEqual({ ...(await first), repeated: true })
  expect([acted(), await audited()]).toEqual([1, 1])
})

test('a second call that waits too long is told that the same is being done, and the first ends as if alone', async () => {
  const impatient = new pg.Pool({ ...services.pool.options, max: 1, options: '-c lock_timeout=50ms' })
  impatient.on('error', () => undefined)
  const [gate, running] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { counted, acted } = counting(() => {
    running.resolve()
    return gate.promise
  })
  const key = newId()
  const first = perform(services, asker, counted, { word: 'hello' }, key)
  await running.promise

  await expect(perform({ ...services, pool: impatient }, asker, counted, { word: 'hello' }, key)).rejects.toThrow(
    'kernel.same_request_running',
  )

  gate.resolve()
  expect((await first).answer.time).toBe(1)
  expect(acted()).toBe(1)
  await impatient.end()
})

test('a refused request may be mended and sent again under its key: a refusal is not kept', async () => {
  const { counted, acted } = counting()
  const key = newId()

  await expect(perform(services, asker, counted, { word: 'wrong' }, key)).rejects.toThrow('kernel.absent')
  await expect(perform(services, asker, counted, { word: 'counted' }, key)).rejects.toThrow('kernel.absent')
  await expect(perform(services, asker, counted, {}, key)).rejects.toThrow('kernel.invalid_input')
  const mended = await perform(services, asker, counted, { word: 'right' }, key)

  expect(mended.answer.word).toBe('张三 says right')
  expect(acted()).toBe(2)
})

test('a kept answer is sealed: neither answer nor cookie can be read from its row', async () => {
  const { counted } = counting()
  const key = newId()
  await perform(services, asker, counted, { word: 'hello' }, key)

  const [row] = await house.rows('select owner, body_hash, answer from kernel.idempotency where key = $1', [key])

  const kept = Buffer.isBuffer(row?.answer) ? row.answer : Buffer.alloc(0)
  expect(kept.length).toBeGreaterThan(60)
  expect(kept.toString('latin1')).not.toContain('says')
  expect(kept.toString('latin1')).not.toContain(cookie.value)
  expect(kept.includes(Buffer.from('张三'))).toBe(false)
})

test('an answer that was moved to another key does not open: it is sealed for its own', async () => {
  const { counted } = counting()
  const [mine, theirs] = [newId(), newId()]
  await perform(services, asker, counted, { word: 'hello' }, mine)
  await perform(services, asker, counted, { word: 'hello' }, theirs)

  await house.rows(
    `update kernel.idempotency set answer = (select answer from kernel.idempotency where key = $1) where key = $2`,
    [mine, theirs],
  )

  await expect(perform(services, asker, counted, { word: 'hello' }, theirs)).rejects.toThrow()
})
