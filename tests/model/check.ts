import fc from 'fast-check'
import type { House } from '../house.ts'
import { faultsOf } from './faults.ts'
import { openInterleaving } from './interleaving.ts'
import { playAll, type Round, type Told } from './play.ts'
import { followed } from './unions.ts'
import { openWorld } from './world.ts'

/** How much is played, and what is played again. */
export type Chance = {
  readonly runs: number
  readonly seed?: number | undefined
  /** Which of the runs of that seed, as a report says it. */
  readonly path?: string | undefined
}

/** What playing came to. */
export type Report = {
  /** Nothing where all of it held; else seed, order and what did not hold. */
  readonly text: string
  readonly seed: number
  readonly path: string | undefined
  /** How often each act came to what. */
  readonly tally: ReadonlyMap<string, number>
}

const peopleOfAWorld = 4
const move = fc.record({ who: fc.nat(5), act: fc.nat(100), unit: fc.nat(6) })
const round: fc.Arbitrary<Round> = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 3 }),
  picks: fc.array(fc.nat(2), { minLength: 1, maxLength: 40 }),
  crashAt: fc.option(fc.nat(40), { nil: undefined, freq: 4 }),
})

/**
 * Plays runs of acts that happen at the same time, by chance, until one does not hold. A failing one is told by its seed and
 * by the order in which each statement was sent, so that it can be read and played again.
 */
export async function checkModel(house: House, { runs, seed, path }: Chance): Promise<Report> {
  const tally = new Map<string, number>()
  let last: { readonly told: Told; readonly faults: readonly string[] } = { told: [], faults: [] }
  const details = await fc.check(
    fc.asyncProperty(fc.array(round, { minLength: 8, maxLength: 14 }), async (rounds) => {
      const told: Told = []
      const hands = await openInterleaving(house.appUrl, house.superuserUrl)
      const world = await openWorld(house, peopleOfAWorld)
      try {
        last = { told, faults: await playAll(world, hands, rounds, told) }
      } finally {
        await hands.close()
        for (const line of told) count(tally, line)
      }
      if (last.faults.length === 0) {
        await followed(house)
        last = { told, faults: await faultsOf(world, new Set()) }
      }
      return last.faults.length === 0
    }),
    { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }), ...(path !== undefined && { path }) },
  )
  const at = details.counterexamplePath ?? undefined
  const mistake = details.errorInstance === null ? [] : [String(details.errorInstance)]
  const text = details.failed
    ? [
        `MODEL_SEED=${details.seed} MODEL_PATH=${at} plays this again. In this order:`,
        ...inShort(last.told),
        'What did not hold:',
        ...last.faults,
        ...mistake,
      ].join('\n')
    : ''
  return { text, seed: details.seed, path: at, tally }
}

/** Lines that repeat one after the other, as one with how often. */
function inShort(told: Told): string[] {
  const lines: { line: string; times: number }[] = []
  for (const line of told) {
    const before = lines.at(-1)
    if (before?.line === line) before.times++
    else lines.push({ line, times: 1 })
  }
  return lines.map(({ line, times }) => (times === 1 ? `  ${line}` : `  ${line} ×${times}`))
}

/** How often what came about, so that a run says what it has seen. */
function count(tally: Map<string, number>, line: string): void {
  const [, act = '', what = ''] = /^(\S+) \S+ came to (.*)$/.exec(line) ?? []
  const [, did = ''] = /^(\S+) \S+: done$/.exec(line) ?? []
  const key = act !== '' ? `${act}: ${what}` : did !== '' ? did : line.replace(/^.*: /, '')
  tally.set(key, (tally.get(key) ?? 0) + 1)
}
