import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHouse } from '../house.ts'
import { breachesIn } from '../members.ts'
import { openInterleaving } from './interleaving.ts'
import { openWorld } from './model.ts'
import { playAll, type Round, type Told } from './play.ts'

/*
 * Acts of members, of the unions they leave and come to, of those above and of the clock, at the same time on several
 * cells. MODEL_RUNS plays more of them, MODEL_SEED the same again.
 */
const house = await openHouse()
const runs = Number(process.env.MODEL_RUNS ?? 4)
const tally = new Map<string, number>()
const seed = process.env.MODEL_SEED === undefined ? undefined : Number(process.env.MODEL_SEED)

const move = fc.record({ who: fc.nat(2), act: fc.nat(15), unit: fc.nat(3) })
const round: fc.Arbitrary<Round> = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 3 }),
  picks: fc.array(fc.nat(2), { minLength: 1, maxLength: 40 }),
  crashAt: fc.option(fc.nat(25), { nil: undefined, freq: 4 }),
})

/** How often what came about, so that a run says what it has seen. */
function count(line: string): void {
  const [, act = '', what = ''] = /^(\S+) \S+ came to (.*)$|^\S+ \S+: (?:crash|blocked)/.exec(line) ?? []
  const key = act === '' ? line.replace(/^.*: /, '') : `${act}: ${what}`
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

test('whatever is done at the same time and wherever it breaks off: one membership each, nobody lost, every matter owned, counts equal rows', async () => {
  house.moveTo('2026-03-02T09:00:00+08:00')
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 8, maxLength: 14 }), async (rounds) => {
      const told: Told = []
      const hands = await openInterleaving(house.appUrl, house.superuserUrl)
      const world = await openWorld(house, 3)
      try {
        const faults = await playAll(world, hands, rounds, told)
        expect(faults, told.join('\n')).toEqual([])
      } finally {
        await hands.close()
        for (const line of told) count(line)
      }
      expect(await breachesIn(house), told.join('\n')).toEqual([])
    }),
    { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }) },
  )
  const done = await house.rows(`select count(*)::int as n from membership.transfer where goes_on_id is not null`)
  if (process.env.MODEL_RUNS) console.log(Object.fromEntries(tally), `${done[0]?.['n']} transfers done`)
}, 3_600_000)
