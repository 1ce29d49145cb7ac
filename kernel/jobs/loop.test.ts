import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startLoop } from './loop.ts'

test('a loop does its round again and again until it is stopped', async () => {
  let rounds = 0
  const loop = startLoop(
    async () => void rounds++,
    1,
    () => undefined,
  )
  while (rounds < 3) await sleep(1)

  await loop.stop()
  const after = rounds
  await sleep(20)

  expect(rounds).toBe(after)
})

test('stopping waits for the round that runs, and tells it', async () => {
  const steps: string[] = []
  const loop = startLoop(
    async (signal) => {
      await sleep(30)
      steps.push(signal.aborted ? 'told, and ended in order' : 'not told')
    },
    1,
    () => undefined,
  )
  await sleep(5)

  await loop.stop()

  expect(steps).toEqual(['told, and ended in order'])
})

test('a round that fails is told and does not end the loop', async () => {
  const mistakes: unknown[] = []
  const loop = startLoop(
    async () => {
      throw new Error('once')
    },
    1,
    (error) => mistakes.push(error),
  )
  while (mistakes.length < 2) await sleep(10)

  await loop.stop()

  expect(mistakes[1]).toEqual(new Error('once'))
})

test('a database that is away just now is waited for and nobody is told of a mistake', async () => {
  const mistakes: unknown[] = []
  const loop = startLoop(
    async () => {
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    },
    1,
    (error) => mistakes.push(error),
  )
  await sleep(20)

  await loop.stop()

  expect(mistakes).toEqual([])
})
