import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { inTransaction } from '../database/tx.ts'
import type { NumberedFact } from './consumer.ts'
import { tellFacts } from './outbox.ts'
import { type Reaction, reactAll, reactInCell } from './reaction.ts'
import { numberAllFacts } from './sequencer.ts'

const house = await openHouse()
const pool = house.jobPool
let reactions = 0

async function tell(cell: number, ...names: string[]) {
  await inTransaction(house.services.pool, undefined, (tx) =>
    tellFacts(
      tx,
      names.map((name, index) => ({ cell, name, body: { index } })),
      house.now(),
    ),
  )
  await numberAllFacts(pool)
}
/** A reaction of its own name that keeps what it heard. */
function listener(react: (facts: readonly NumberedFact[]) => Promise<void> = async () => undefined) {
  const heard: string[] = []
  const reaction: Reaction = {
    name: `trial.${++reactions}`,
    facts: ['a', 'b'],
    async react(cell, facts) {
      await react(facts)
      heard.push(...facts.map((fact) => `${cell} ${fact.name}`))
    },
  }
  return { reaction, heard }
}

test('a reaction hears of the facts it names, in order, once it came past them', async () => {
  const { reaction, heard } = listener()
  await tell(1, 'a', 'c', 'b')

  await reactInCell(pool, reaction, 1)
  await tell(1, 'c', 'a')
  await reactInCell(pool, reaction, 1)
  await reactInCell(pool, reaction, 1)

  expect(heard).toEqual(['1 a', '1 b', '1 a'])
})

test('what failed is heard again, and the mark did not move', async () => {
  let fails = true
  const { reaction, heard } = listener(async () => {
    if (fails) throw new Error('not now')
  })
  await tell(2, 'a')
  await expect(reactInCell(pool, reaction, 2)).rejects.toThrow('not now')

  fails = false
  await reactInCell(pool, reaction, 2)

  expect(heard).toEqual(['2 a'])
})

test('a cell that fails does not stop the others, and is told', async () => {
  const { reaction, heard } = listener(async ([fact]) => {
    if (fact?.body['index'] === 1) throw new Error('bad fact')
  })
  await tell(3, 'c', 'a')
  await tell(4, 'a')
  const told: unknown[] = []

  await expect(reactAll(pool, [reaction], (_error, about) => told.push(about))).rejects.toThrow('1 cells')

  expect(heard).toContain('4 a')
  expect(told).toEqual([{ reaction: reaction.name, cell: 3 }])
})

test('more facts than one batch are all heard', async () => {
  const { reaction, heard } = listener()
  await tell(5, ...Array.from({ length: 1_203 }, () => 'a'))

  await reactInCell(pool, reaction, 5)

  expect(heard).toHaveLength(1_203)
})
