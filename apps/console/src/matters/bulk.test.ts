import { expect, test } from 'vitest'
import { type BulkProgress, portionsOf, runBulk } from './bulk.ts'
import type { MatterKey } from './keys.ts'

const items: MatterKey[] = Array.from({ length: 120 }, (_, at) => ({ cell: 1, matter: `m${at}` }))
const allDone = async (portion: readonly MatterKey[]) => ({
  items: portion.map((row) => ({ ...row, done: true, code: null, text: null })),
})

test('a bulk act goes in portions of fifty, in order, and leaves nobody out', async () => {
  expect(portionsOf(items).map((portion) => portion.length)).toEqual([50, 50, 20])
  expect(portionsOf(items).flat()).toEqual(items)
  expect(portionsOf([])).toEqual([])
})

test('after each portion it is told how many are answered', async () => {
  const told: BulkProgress[] = []
  const end = await runBulk(
    items,
    allDone,
    (progress) => told.push(progress),
    () => false,
  )
  expect(told.map((progress) => progress.answered)).toEqual([50, 100, 120])
  expect(end).toMatchObject({ total: 120, answered: 120, failure: null, cancelled: false })
})

test('a cancel keeps what is done and sends no further portion', async () => {
  let cancelled = false
  const end = await runBulk(
    items,
    allDone,
    () => (cancelled = true),
    () => cancelled,
  )
  expect(end).toMatchObject({ answered: 50, cancelled: true })
})

test('a failure stops the run and says so; the rows it held have no result', async () => {
  let sent = 0
  const failure = new Error('line is dead')
  const end = await runBulk(
    items,
    (portion) => (++sent === 2 ? Promise.reject(failure) : allDone(portion)),
    () => {},
    () => false,
  )
  expect(end).toMatchObject({ answered: 50, failure })
  expect(end.results.has('1.m60')).toBe(false)
})

test('a refused row keeps the reason given for it', async () => {
  const end = await runBulk(
    items.slice(0, 1),
    async (portion) => ({ items: portion.map((row) => ({ ...row, done: false, code: 'x', text: '刚由别人办了' })) }),
    () => {},
    () => false,
  )
  expect(end.results.get('1.m0')).toEqual({ done: false, text: '刚由别人办了' })
})
