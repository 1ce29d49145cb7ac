import { expect, test } from 'vitest'
import { breaks, played, seed } from './breaks.ts'

test('what a report names plays the same mistake again, in a database that has never seen it', async () => {
  const [one] = breaks
  if (!one) throw new Error('something is broken')
  const { path = '', text } = await played(one)
  expect(text).toContain(`MODEL_SEED=${seed} MODEL_PATH=${path} `)
  expect((await played(one, path)).text).toMatch(one.says)
}, 600_000)
