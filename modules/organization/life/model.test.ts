import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allInvariants } from '../../../apps/server/invariants.ts'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { verify } from '../../../kernel/verify/verify.ts'
import { openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { membershipReactions } from '../../membership/reactions.ts'
import { approveChange } from './commands/approve-change.ts'
import { proposeChange } from './commands/propose-change.ts'

const house = await openHouse()
const { units } = house
const nation = await house.officer(units.nation)

const papers = {
  reason: '随机的变动',
  resolution: { on: '2026-02-20', by: '会员大会' },
  intoResolution: '2026-02-21',
  audit: { on: '2026-02-25', by: '经审办' },
  property: '并入接续的工会',
}

type Standing = { readonly id: string; readonly level: string; readonly cell: number; readonly path: string }
const standing = async (levels: readonly string[]): Promise<Standing[]> =>
  (
    await house.rows(
      `select id, level, cell_id as cell, path from organization.unit where state = 'active' and level = any($1) order by id`,
      [levels],
    )
  ).map((row) => ({ id: String(row.id), level: String(row.level), cell: Number(row.cell), path: String(row.path) }))

/** Who belongs somewhere: each person once, with how many rows of the roll name them. */
const belonging = async () =>
  (
    await house.rows(
      `select person_id, count(*)::int as rows from membership.membership where status <> 'ended' group by person_id order by person_id`,
    )
  ).map(({ person_id, rows }) => [person_id, rows])

async function followed(): Promise<void> {
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  await house.settled()
}

async function broken(): Promise<string[]> {
  const found: string[] = []
  await verify(
    house.services.pool,
    allInvariants,
    { onBreach: (invariant, { row, words }) => found.push(`${invariant.name}: ${row} ${words}`) },
    new AbortController().signal,
  )
  return found
}

/** Asks for a change and approves it. A refusal is lawful here: chance asks for what cannot be. */
async function changed(wish: object): Promise<'done' | string> {
  try {
    const { cell, matter } = await house.does(nation, proposeChange, wish)
    await house.does(nation, approveChange, { cell, matter, document: '工〔2026〕1号' })
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ code }) => code).join() || error.code
    throw error
  }
  await followed()
  return 'done'
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)]
const step = fc.record({
  kind: fc.constantFrom('merge', 'split', 'move', 'dissolve', 'close', 'people'),
  one: fc.nat(40),
  other: fc.nat(40),
})

let named = 0
async function take({ kind, one, other }: { kind: string; one: number; other: number }): Promise<string> {
  const shops = await standing(['grassroots'])
  const from = at(shops, one)
  if (!from) return 'nobody'
  if (kind === 'people') {
    await listPeople(house.services, from, [house.stranger(), house.stranger()])
    if (other % 2 === 0) await house.applies({ unit: from })
    await house.settled()
    return 'done'
  }
  const people = await house.rows(
    `select id from membership.membership where unit_id = $1 and status <> 'ended' order by id limit 2`,
    [from.id],
  )
  switch (kind) {
    case 'merge':
      return changed({ ...papers, unit: from.id, kind, into: at(shops, other)?.id })
    case 'move': {
      const movable = await standing(['grassroots', 'township'])
      const above = await standing(['township', 'county'])
      return changed({ ...papers, unit: at(movable, one)?.id, kind, into: at(above, other)?.id })
    }
    case 'split':
      return changed({
        ...papers,
        unit: from.id,
        kind,
        parts: [{ name: `分立工会${++named}`, people: people.map(({ id }) => id) }],
      })
    default:
      return shops.length < 3 ? 'too few' : changed({ ...papers, unit: from.id, kind, members: 'keep' })
  }
}

test('whatever becomes of unions, nobody is lost or doubled, counts equal rows, and the tree has no loop (ORG-01, MEM-13)', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 7 }), async (steps) => {
      for (const one of steps) {
        const before = await belonging()
        const answer = await take(one)
        if (answer === 'done') done.set(one.kind, (done.get(one.kind) ?? 0) + 1)
        const after = await belonging()
        if (one.kind !== 'people') expect(after).toEqual(before)
        expect(after.every(([, rows]) => rows === 1)).toBe(true)
        expect([one, answer, await broken()]).toEqual([one, answer, []])
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 6), seed: Number(process.env['SEED'] ?? 20_260_302) },
  )

  // Chance has done some of each, or it would have proved nothing.
  expect([...done.keys()].sort()).toEqual(['close', 'dissolve', 'merge', 'move', 'people', 'split'])
}, 240_000)
