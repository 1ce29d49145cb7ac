import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { hot } from '../database/tx.ts'
import { Refusal } from '../refusal.ts'
import { newId } from '../shared/ids.ts'
import { command } from './command.ts'
import { perform } from './perform.ts'

const house = await openHouse()
const { services } = house
const cell = 440_103
const closed = { additionalProperties: false } as const
const asker = house.anyone()
const keep = hot('test.keep_word', 'insert into kernel.installation (id, value, changed_at) values ($1, $2, $3)')

/** A command whose first deed is a statement. Told to, it refuses before it; `between` happens after it. */
function writing(between: () => Promise<void> = async () => undefined) {
  const told = { refuse: false }
  const act = `house.write_${newId()}`
  const written = command({
    act,
    by: ['anyone'],
    input: Type.Object({ word: Type.String() }, closed),
    output: Type.Object({ word: Type.String(), id: Type.String() }, closed),
    cellOf: () => cell,
    beginsWithSql: true,
    async run({ tx, input, allow }) {
      allow.everybody('a test')
      if (told.refuse) throw new Refusal('kernel.absent')
      const id = `${act} ${newId()}`
      await tx.run(keep, [id, {}, house.now()])
      await between()
      return { cell, answer: { word: input.word, id } }
    },
  })
  const kept = async () => (await house.rows('select from kernel.installation where id like $1', [`${act} %`])).length
  const audited = async () => (await house.rows('select from kernel.audit where act = $1', [act])).length
  return { written, told, kept, audited }
}

test('a repeat gets the same answer, and nothing of it is kept a second time', async () => {
  const { written, kept, audited } = writing()
  const key = newId()

  const first = await perform(services, asker, written, { word: 'hello' }, key)
  const again = await perform(services, asker, written, { word: 'hello' }, key)

  expect(again).toEqual({ ...first, repeated: true })
  expect([await kept(), await audited()]).toEqual([1, 1])
})

test('a repeat that would be refused by now is answered as it was', async () => {
  const { written, told } = writing()
  const key = newId()
  const first = await perform(services, asker, written, { word: 'hello' }, key)
  told.refuse = true

  expect(await perform(services, asker, written, { word: 'hello' }, key)).toEqual({ ...first, repeated: true })
  await expect(perform(services, asker, written, { word: 'hello' }, newId())).rejects.toThrow('kernel.absent')
})

test('the same key with another body is refused, and a refusal is not kept', async () => {
  const { written, told, kept } = writing()
  const key = newId()
  told.refuse = true
  await expect(perform(services, asker, written, { word: 'hello' }, key)).rejects.toThrow('kernel.absent')
  told.refuse = false
  await perform(services, asker, written, { word: 'goodbye' }, key)

  await expect(perform(services, asker, written, { word: 'hello' }, key)).rejects.toThrow('kernel.key_with_other_body')
  expect(await kept()).toBe(1)
})

test('a second call while the first runs waits, and gets the first one’s answer', async () => {
  const [gate, running] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { written, kept } = writing(() => {
    running.resolve()
    return gate.promise
  })
  const key = newId()

  const first = perform(services, asker, written, { word: 'hello' }, key)
  await running.promise
  const second = perform(services, asker, written, { word: 'hello' }, key)
  gate.resolve()

  expect(await second).toEqual({ ...(await first), repeated: true })
  expect(await kept()).toBe(1)
})
