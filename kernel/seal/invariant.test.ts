import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import type { Breach } from '../verify/invariant.ts'
import { verify } from '../verify/verify.ts'
import { sealInvariant } from './invariant.ts'
import { writeRows } from './rows-for-tests.ts'
import { sealNew } from './seal-new.ts'

const house = await openHouse()
const { services, rows } = house
const cell = 700_001

async function breaches(): Promise<readonly Breach[]> {
  const found: Breach[] = []
  await verify(
    services.pool,
    [sealInvariant],
    { onBreach: (_invariant, breach) => void found.push(breach) },
    new AbortController().signal,
  )
  return found
}

beforeEach(async () => {
  await rows(`truncate kernel.seal_cell, kernel.seal_leaf, kernel.seal_node, kernel.seal_root, kernel.seal_root_node,
    kernel.seal, kernel.seal_network, kernel.audit, kernel.access`)
  for (let turn = 0; turn < 4; turn++) {
    await writeRows(services, cell, { audit: 3 })
    await sealNew(house.jobPool, services)
  }
})

test('what is sealed holds, and so does an installation in which nothing was sealed yet', async () => {
  expect(await breaches()).toEqual([])
  await rows('truncate kernel.seal, kernel.seal_root, kernel.seal_cell, kernel.seal_leaf')

  expect(await breaches()).toEqual([])
})

test.each([
  [`update kernel.seal set at = at + interval '1 second' where number = 2`, 'kernel.seal (3)'],
  [`update kernel.seal set signature = '' where number = 4`, 'kernel.seal (4)'],
  [
    `update kernel.seal_cell set frontier = set_byte(frontier, 0, 255 - get_byte(frontier, 0))`,
    `kernel.seal_cell (${cell})`,
  ],
  [`update kernel.seal_cell set frontier = ''`, `kernel.seal_cell (${cell})`],
])('the seal does not go on unseen after: %s', async (change, row) => {
  await rows(change)

  expect((await breaches()).map((breach) => breach.row)).toEqual([row])
})

test('a row that waits while later ones were sealed is told, one that has just come is not', async () => {
  await writeRows(services, cell, { audit: 1 })
  expect(await breaches()).toEqual([])

  await writeRows(services, cell, { access: 1 }, new Date('2026-03-02T08:00:00+08:00'))

  expect(await breaches()).toEqual([
    { row: 'kernel.seal (4)', words: 'leaves out what was written at 2026-03-02T00:00:00.000Z' },
  ])
})
