import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { systemActor } from '../command/actor.ts'
import { recomputeEverywhere } from '../jobs/recompute.ts'
import { Refusal } from '../refusal.ts'
import { loadCalendarYear } from './load-calendar-year.ts'

const house = await openHouse()
const system = systemActor('test')
const parts = { services: house.services, jobPool: house.jobPool, signal: new AbortController().signal }
const officer = await house.officer(house.units.shop)

/** New Year 2027 as a schedule might bring it: rest until the third, work on Saturday the ninth and Sunday the tenth. */
const year2027 = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  days: [
    { day: '2027-01-01', kind: 'statutory', name: '元旦' },
    { day: '2027-01-02', kind: 'weekend', name: '元旦' },
    { day: '2027-01-03', kind: 'makeup_workday', name: '元旦' },
    { day: '2027-01-04', kind: 'adjusted_rest', name: '元旦' },
  ],
}
const clockOf = async (matter: string | undefined) =>
  (await house.rows('select due_on::text, due_provisional from kernel.matter where id = $1', [matter]))[0]

test('a due day past the last published year is provisional, and moves when that year is loaded (T-CAL-06)', async () => {
  house.moveTo('2026-12-20T09:00:00+08:00')
  const waits = (await house.applies()).outcome.card?.matter
  house.moveTo('2026-12-04T09:00:00+08:00')
  const returned = (await house.applies()).outcome.card?.matter
  await house.rows(
    `update kernel.matter set clock_rule = 'MEM-MEND', due_on = '2027-01-04', due_provisional = true where id = $1`,
    [returned?.id],
  )
  house.moveTo('2026-12-21T09:00:00+08:00')
  expect(await clockOf(waits?.id)).toEqual({ due_on: '2027-01-11', due_provisional: true })
  expect(await clockOf(returned?.id)).toEqual({ due_on: '2027-01-04', due_provisional: true })

  await house.does(system, loadCalendarYear, year2027)
  const { moved } = await recomputeEverywhere(parts, 2027)

  expect(moved).toBe(2)
  expect(await clockOf(waits?.id)).toEqual({ due_on: '2027-01-11', due_provisional: false })
  expect(await clockOf(returned?.id)).toEqual({ due_on: '2027-01-03', due_provisional: false })
  expect(
    await house.rows(
      `select step, reason, actor_kind from kernel.matter_event where matter_id = $1 order by number desc limit 1`,
      [returned?.id],
    ),
  ).toEqual([{ step: 'due_moved', reason: '2027-01-04 → 2027-01-03', actor_kind: 'system' }])
  const told = await house.rows(
    `select body from kernel.outbox where name = 'matter.due_moved' union all select body from kernel.fact where name = 'matter.due_moved'`,
  )
  expect(told).toEqual([{ body: { matter: returned?.id, from: '2027-01-04', to: '2027-01-03' } }])
})

test('computing again changes nothing and writes nothing', async () => {
  const audits = () => house.rows(`select id from kernel.audit where act = 'kernel.recompute_deadlines'`)
  const before = (await audits()).length

  expect((await recomputeEverywhere(parts, 2027)).moved).toBe(0)

  expect((await audits()).length).toBe(before)
})

test('a year that is loaded again replaces what stood there', async () => {
  await house.does(system, loadCalendarYear, year2027)

  expect(await house.rows(`select count(*)::int as days from kernel.calendar_day where day >= '2027-01-01'`)).toEqual([
    { days: 4 },
  ])
})

test('every wrong day is named at once, and nothing is loaded', async () => {
  const refused = await house
    .does(system, loadCalendarYear, {
      ...year2027,
      days: [
        { day: '2028-01-01', kind: 'statutory' },
        { day: '2027-01-02', kind: 'workday' },
        { day: '2027-01-05', kind: 'makeup_workday' },
        { day: '2027-01-05', kind: 'statutory' },
      ],
    })
    .catch((error: unknown) => error)

  expect(refused instanceof Refusal && refused.faults).toEqual([
    { field: '/days/0/day', code: 'kernel.calendar_other_year' },
    { field: '/days/1/kind', code: 'kernel.calendar_weekday' },
    { field: '/days/2/kind', code: 'kernel.calendar_weekday' },
    { field: '/days/3/day', code: 'kernel.calendar_twice' },
  ])
  expect(await house.rows(`select count(*)::int as days from kernel.calendar_day where day >= '2027-01-01'`)).toEqual([
    { days: 4 },
  ])
})

test('the calendar of the country is not a basic union’s to load, nor a stranger’s', async () => {
  await expect(house.does(officer, loadCalendarYear, year2027)).rejects.toThrow('clock.not_yours')
  await expect(house.does(house.anyone(), loadCalendarYear, year2027)).rejects.toThrow('kernel.sign_in_first')
})
