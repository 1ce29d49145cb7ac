import { systemActor } from '@gongqiao/kernel/command/actor.ts'
import { escalateMatters } from '@gongqiao/modules/organization/index.ts'
import { beforeEach, expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { countQueue, findMyMatter, listQueue } from '../../../tests/matters.ts'
import { resubmitApplication } from '../commands/resubmit-application.ts'
import { returnApplication } from '../commands/return-application.ts'
import { digest } from '../digest.ts'

const house = await openHouse()
const { units } = house
const township = await house.officer(units.township)
const county = await house.officer(units.county)

beforeEach(() => house.moveTo('2026-03-02T09:00:00+08:00'))

/** A new officer's desk with one application that was returned to its worker, and one that waits for the officer. */
async function deskWithReturned() {
  const officer = await house.officer(units.shop, 'grassroots_officer')
  const code = await house.code(units.shop)
  const [worker, other] = [await house.applies({ code }), await house.applies({ code })]
  const matters = [worker, other].map(({ outcome }) => outcome.card?.matter)
  const [returned, submitted] = matters.map((matter) => ({ cell: matter?.cell ?? 0, matter: matter?.id ?? '' }))
  if (!returned || !submitted) throw new Error('whoever applied has a matter')
  // The desk of earlier tests' officers keeps what it has; these two belong to the new one.
  await house.rows('update kernel.matter set owner_post_id = $2 where id = any($1)', [
    [returned.matter, submitted.matter],
    officer.post.id,
  ])
  await house.does(officer, returnApplication, { ...returned, reason: 'details_missing' })
  return { officer, worker, returned, submitted }
}
const spineOf = async (matter: string) =>
  (await house.rows('select owner_post_id as owner, escalations, state from kernel.matter where id = $1', [matter]))[0]

test('what was returned waits for the person: it leaves "mine" and stands under "waiting", with since when', async () => {
  const { officer, returned, submitted } = await deskWithReturned()

  const mine = await house.asks(officer, listQueue, {})
  const waiting = await house.asks(officer, listQueue, { view: 'waiting' })
  const unit = await house.asks(officer, listQueue, { view: 'unit' })

  expect(mine).toMatchObject({ open: 1, overdue: 0, waiting: 0, items: [{ matter: submitted.matter }] })
  expect(mine.items[0]?.waitingSince).toBeNull()
  expect(waiting).toMatchObject({
    open: 1,
    overdue: 0,
    waiting: 1,
    items: [{ matter: returned.matter, waitingSince: '2026-03-02T01:00:00.000Z', steps: [] }],
  })
  expect(unit.items.map(({ matter }) => matter)).toEqual(expect.arrayContaining([submitted.matter, returned.matter]))
  expect(unit.waiting).toBeGreaterThanOrEqual(1)
})

test('the worker’s own delay is nobody’s: past its day it is not late, does not rise and ends nothing (T-15)', async () => {
  const { officer, worker, returned, submitted } = await deskWithReturned()
  house.moveTo('2026-06-01T06:00:00+08:00')

  await house.does(systemActor('test'), escalateMatters, { cell: returned.cell })

  expect(await spineOf(submitted.matter)).toMatchObject({ owner: township.post.id, escalations: 1 })
  expect(await spineOf(returned.matter)).toEqual({ owner: officer.post.id, escalations: 0, state: 'returned' })
  const late = await house.asks(county, listQueue, { view: 'overdue' })
  expect(late.items.map(({ matter }) => matter)).toContain(submitted.matter)
  expect(late.items.map(({ matter }) => matter)).not.toContain(returned.matter)
  const waiting = await house.asks(officer, listQueue, { view: 'waiting' })
  expect(waiting).toMatchObject({ overdue: 0, items: [{ matter: returned.matter, overdue: false }] })
  const own = await house.asks(worker.actor, findMyMatter, returned)
  expect(own).toMatchObject({ due: { on: '2026-04-01', overdue: false }, steps: ['resubmit', 'withdraw'] })
  const { identityNumber, name } = worker
  await house.does(worker.actor, resubmitApplication, {
    ...returned,
    name,
    identityKind: 'resident_card',
    identityNumber,
  })
  expect((await house.asks(officer, listQueue, {})).items).toMatchObject([{ matter: returned.matter, overdue: false }])
})

test('the Monday message counts what waits for the officer, not what waits for the person', async () => {
  const { officer } = await deskWithReturned()
  house.moveTo('2026-03-09T08:30:00+08:00')

  await digest.run({
    services: house.services,
    jobPool: house.jobPool,
    signal: new AbortController().signal,
  })

  expect(
    await house.rows(
      `select variables from kernel.message where account_id = $1 and kind = 'membership.message.digest'`,
      [officer.account],
    ),
  ).toEqual([{ variables: { open: 1, overdue: 0 } }])
})

test('the queue in numbers says what its lists say', async () => {
  const { officer } = await deskWithReturned()
  house.moveTo('2026-04-20T09:00:00+08:00')

  const counts = await house.asks(officer, countQueue, {})

  for (const view of ['mine', 'waiting', 'unit', 'overdue'] as const) {
    const { open, overdue, waiting } = await house.asks(officer, listQueue, { view })
    expect([view, counts[view]]).toEqual([view, { open, overdue, waiting }])
  }
  expect(counts).toMatchObject({ mine: { open: 1, overdue: 1 }, waiting: { open: 1, overdue: 0, waiting: 1 } })
})

test('counting is no look at anybody: the list of the same queue is one, its numbers are not (design 2.6)', async () => {
  const { officer } = await deskWithReturned()
  const looks = async () =>
    Number(
      (await house.rows('select count(*)::int as n from kernel.access where post_id = $1', [officer.post.id]))[0]?.[
        'n'
      ],
    )
  const before = await looks()

  await house.asks(officer, countQueue, {})
  expect(await looks()).toBe(before)

  await house.asks(officer, listQueue, {})
  expect(await looks()).toBeGreaterThan(before)
})

test('what lies in many cells is not counted for a badge; a post’s own matters are', async () => {
  const nation = await house.officer(units.nation)

  expect(await house.asks(nation, countQueue, {})).toMatchObject({ mine: { open: 0 }, unit: null, overdue: null })
})

test('the numbers are for posts that have a queue', async () => {
  const statistician = await house.officer(units.shop, 'statistician')

  await expect(house.asks(statistician, countQueue, {})).rejects.toThrow('kernel.forbidden')
  await expect(house.asks(house.anyone(), countQueue, {})).rejects.toThrow('kernel.sign_in_first')
})
