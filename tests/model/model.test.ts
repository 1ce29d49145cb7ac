import { expect, test } from 'vitest'
import { openHouse } from '../house.ts'
import { allActs } from './acts.ts'
import { checkModel } from './check.ts'

/*
 * Acts of members, of the unions they leave and come to, of those above, of the clock and of what follows from facts, at the
 * same time on several cells. MODEL_RUNS plays more of them; MODEL_SEED and MODEL_PATH play one again.
 */
const house = await openHouse()
const { MODEL_RUNS: runs, MODEL_SEED: seed, MODEL_PATH: path } = process.env

test('whatever is done at the same time and wherever it breaks off: one membership each, nobody lost, every matter owned, counts equal rows', async () => {
  house.moveTo('2026-03-02T09:00:00+08:00')
  const report = await checkModel(house, {
    runs: Number(runs ?? 4),
    seed: seed === undefined ? undefined : Number(seed),
    path,
  })
  if (runs !== undefined) console.log(`seed ${report.seed}`, Object.fromEntries([...report.tally].sort()))
  expect(report.text).toBe('')
}, 3_600_000)

test('chance has every act in it: joining, each step of a transfer, what becomes of members and of unions', () => {
  expect(allActs).toEqual([
    ...['accept', 'ask', 'close', 'confirm', 'decline', 'die', 'dissolve', 'drop', 'empty', 'follow', 'join', 'let_go'],
    ...['merge', 'object', 'overrule', 'resign', 'resume', 'retain', 'silence', 'split', 'uphold', 'withdraw'],
  ])
})
