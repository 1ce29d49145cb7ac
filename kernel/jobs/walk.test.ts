import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { inTransaction } from '../database/tx.ts'
import { tellFacts } from '../facts/outbox.ts'
import { CellsLeft, walkCells } from './walk.ts'

const house = await openHouse()
const mistakes: object[] = []
const services = { ...house.services, logMistake: (_error: unknown, about: object) => void mistakes.push(about) }
const parts = { services, jobPool: house.jobPool, signal: new AbortController().signal }
await inTransaction(services.pool, undefined, (tx) =>
  tellFacts(
    tx,
    [30, 10, 20].map((cell) => ({ cell, name: 'trial', body: {} })),
    house.now(),
  ),
)

test('every cell that something happened in is walked, in order, numbered or not', async () => {
  const walked: number[] = []

  expect(await walkCells(parts, async (cell) => void walked.push(cell))).toBe(3)

  expect(walked).toEqual([10, 20, 30])
})

test('a cell that fails is told and left; the others are done, and the walk says that some are left', async () => {
  const walked: number[] = []

  const end = walkCells(parts, async (cell) => {
    if (cell === 20) throw new Error('bad cell')
    walked.push(cell)
  })

  await expect(end).rejects.toEqual(new CellsLeft([20]))
  expect(walked).toEqual([10, 30])
  expect(mistakes).toEqual([{ cell: 20 }])
})

test('told to stop, the walk ends between two cells', async () => {
  const stopping = new AbortController()
  const walked: number[] = []

  const end = walkCells({ ...parts, signal: stopping.signal }, async (cell) => {
    walked.push(cell)
    stopping.abort()
  })

  await expect(end).rejects.toThrow()
  expect(walked).toEqual([10])
})
