import { beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { systemActor } from '../command/actor.ts'
import { loadCalendarYear } from '../matter/load-calendar-year.ts'
import { Refusal } from '../refusal.ts'
import { changeRule } from './commands/change-rule.ts'
import { undoClockChange } from './commands/undo-change.ts'
import { clockFollower, followClockChange } from './follow-changes.ts'
import { drawCalendarSheet } from './queries/draw-sheet.ts'
import { findCalendarYear } from './queries/find-year.ts'
import { listClockChanges } from './queries/list-changes.ts'
import { listRules } from './queries/list-rules.ts'
import { previewRule, previewUndo, previewYear } from './queries/preview-change.ts'
import { readCalendarSheet } from './queries/read-sheet.ts'

const house = await openHouse()
const { units, services } = house
const nation = await house.officer(units.nation)
const province = await house.officer(units.province)
const county = await house.officer(units.county)
const signal = new AbortController().signal
const follows = () => followClockChange(services, signal)

const sla = {
  rule: 'MEM-SLA',
  region: '000000',
  from: '2026-03-01',
  length: 10,
  unit: 'workday',
  altUnit: null,
  roll: false,
  wordsZh: '工会收到申请后，应在 10 个工作日内联系您并作出决定',
  wordsEn: 'The union decides within 10 working days of your application',
  article: '测试通知第三条',
  confidence: 'V1',
  source: '测试通知〔2026〕1号',
}
const year2027 = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  days: [
    { day: '2027-01-01', kind: 'statutory', name: '元旦' },
    { day: '2027-01-02', kind: 'makeup_workday', name: '元旦' },
  ],
}
const clockOf = async (matter: string | undefined) =>
  (
    await house.rows('select due_on::text, due_provisional, clock_from::text from kernel.matter where id = $1', [
      matter,
    ])
  )[0]
const applied = async (at: string, unit: { id: string } = units.shop) => {
  house.moveTo(`${at}T09:00:00+08:00`)
  return (await house.applies({ unit })).outcome.card?.matter?.id
}
const refusalOf = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof Refusal ? error.code : error))

let before: string | undefined
let since: string | undefined
let farAway: string | undefined
beforeAll(async () => {
  before = await applied('2026-02-26')
  since = await applied('2026-03-02')
  farAway = await applied('2026-03-02', units.farShop)
})

test('a new version moves only what began since its day; the preview says so before, the undoing after', async () => {
  const said = await house.asks(nation, previewRule, sla)
  expect(said).toMatchObject({ looked: 2, earlier: 2, later: 0, cells: 2, complete: true })
  expect(said.groups).toEqual([
    {
      kind: 'membership.application',
      rule: 'MEM-SLA',
      began: '2026-03-02',
      before: '2026-03-23',
      after: '2026-03-16',
      matters: 2,
      cells: 2,
    },
  ])
  expect((await clockOf(since))?.due_on).toBe('2026-03-23')

  const { change } = await house.does(nation, changeRule, sla)
  expect(await follows()).toBe(true)
  expect(await follows()).toBe(false)

  expect((await clockOf(before))?.due_on).toBe('2026-03-18')
  expect((await clockOf(since))?.due_on).toBe('2026-03-16')
  const kept = (await house.asks(nation, listClockChanges, {})).items.find(({ id }) => id === change)
  expect(kept).toMatchObject({ id: change, rule: 'MEM-SLA', followed: true, moved: 2, mayUndo: true, undoneAt: null })
  expect(await house.asks(nation, previewUndo, { change })).toMatchObject({ looked: 2, earlier: 0, later: 2 })

  await house.does(nation, undoClockChange, { change })
  await follows()

  expect((await clockOf(since))?.due_on).toBe('2026-03-23')
  expect(await refusalOf(house.does(nation, undoClockChange, { change }))).toBe('clock.undone_already')
})

test('a rule of a province holds there and nowhere else, and is kept by the province', async () => {
  const local = { ...sla, region: '440000', from: '2026-03-02', length: 12 }
  const { change } = await house.does(province, changeRule, local)
  await follows()

  expect((await clockOf(since))?.due_on).toBe('2026-03-18')
  expect((await clockOf(farAway))?.due_on).toBe('2026-03-23')
  expect(services.deadlines.rule('MEM-SLA', '2026-03-02', { cell: units.shop.cell }).length).toBe(12)

  expect((await clockOf(await applied('2026-03-02')))?.due_on).toBe('2026-03-18')

  await house.does(province, undoClockChange, { change })
  await follows()
  expect((await clockOf(since))?.due_on).toBe('2026-03-23')
})

test('a province keeps neither the country’s rules nor another province’s, and a county none', async () => {
  expect(await refusalOf(house.does(province, changeRule, sla))).toBe('clock.not_yours')
  expect(await refusalOf(house.does(province, changeRule, { ...sla, region: '330000' }))).toBe('clock.not_yours')
  expect(await refusalOf(house.does(county, changeRule, { ...sla, region: '440103' }))).toBe('clock.not_yours')
  expect(await refusalOf(house.does(county, loadCalendarYear, year2027))).toBe('clock.not_yours')
  expect(await refusalOf(house.asks(county, previewYear, year2027))).toBe('clock.not_yours')
  const [forCounty, forProvince] = [await house.asks(county, listRules, {}), await house.asks(province, listRules, {})]
  expect(forCounty.regions).toEqual([])
  expect(forProvince.regions.map(({ code }) => code)).toEqual(['440000', '440100'])
  expect(forCounty.rules.length).toBeGreaterThan(60)
})

test('everything wrong with a change is named at once, and nothing is changed', async () => {
  const wrong = { ...sla, altUnit: 'workday', roll: true, to: '2026-01-01', length: 3_000 }
  const refused = await house.does(nation, changeRule, wrong).catch((error: unknown) => error)
  const previewed = await house.asks(nation, previewRule, wrong).catch((error: unknown) => error)

  for (const error of [refused, previewed])
    expect(error instanceof Refusal && error.faults.map(({ field }) => field)).toEqual([
      '/altUnit',
      '/roll',
      '/to',
      '/length',
    ])
  expect(await refusalOf(house.does(nation, changeRule, { ...sla, rule: 'NO-SUCH' }))).toBe('clock.no_such_rule')
  const shipped = { ...sla, from: '2020-01-01' }
  expect(await refusalOf(house.does(nation, changeRule, shipped))).toBe('clock.version_there')
})

test('a year loaded moves due days through it, is put back by its undoing, and a later one must be undone first (T-CAL-06)', async () => {
  const waits = await applied('2026-12-21')
  expect(await clockOf(waits)).toMatchObject({ due_on: '2027-01-12', due_provisional: true })
  expect(await house.asks(nation, previewYear, year2027)).toMatchObject({ earlier: 1, later: 0 })

  const first = await house.does(nation, loadCalendarYear, year2027)
  await follows()
  expect(await clockOf(waits)).toMatchObject({ due_on: '2027-01-11', due_provisional: false })
  expect(await house.asks(nation, findCalendarYear, { year: 2027 })).toMatchObject({ official: true, workdays: 261 })

  house.moveTo('2026-12-21T10:00:00+08:00')
  const second = await house.does(nation, loadCalendarYear, { ...year2027, days: year2027.days.slice(0, 1) })
  expect(await refusalOf(house.does(nation, undoClockChange, first))).toBe('kernel.invalid_input')
  expect(await refusalOf(house.does(nation, undoClockChange, { change: first.change }))).toBe('clock.changed_since')
  await house.does(nation, undoClockChange, { change: second.change })
  await house.does(nation, undoClockChange, { change: first.change })
  while (await follows()) await follows()

  expect(await clockOf(waits)).toMatchObject({ due_on: '2027-01-12', due_provisional: true })
  expect(await house.asks(nation, findCalendarYear, { year: 2027 })).toMatchObject({ official: false })
})

test('T-CAL-04: a local holiday counts in its province alone', async () => {
  const local = {
    year: 2026,
    region: '440000',
    source: '测试：地方节日',
    days: [{ day: '2026-03-10', kind: 'statutory', name: '三月三' }],
  }
  const { change } = await house.does(province, loadCalendarYear, local)
  await follows()

  expect((await clockOf(since))?.due_on).toBe('2026-03-24')
  expect((await clockOf(farAway))?.due_on).toBe('2026-03-23')

  await house.does(province, undoClockChange, { change })
  await follows()
  expect((await clockOf(since))?.due_on).toBe('2026-03-23')
})

test('following goes on where it was interrupted, and moves nothing twice', async () => {
  const { change } = await house.does(nation, changeRule, { ...sla, from: '2026-03-02' })
  await house.rows('update kernel.clock_change set followed_cell = $2 where id = $1', [change, units.farShop.cell])

  await follows()

  expect((await clockOf(farAway))?.due_on).toBe('2026-03-23')
  expect((await clockOf(since))?.due_on).toBe('2026-03-16')
  const { items } = await house.asks(nation, listClockChanges, {})
  expect(items.find(({ id }) => id === change)).toMatchObject({ moved: 3, followed: true })
})

test('every process hears of a change before due days follow it', async () => {
  const follower = clockFollower(services)
  house.moveTo('2026-03-02T10:00:00+08:00')
  await follower(signal)
  const { change } = await house.does(nation, changeRule, { ...sla, from: '2026-02-01', length: 11 })
  const followed = async () =>
    (await house.asks(nation, listClockChanges, {})).items.find(({ id }) => id === change)?.followed

  await follower(signal)
  expect(services.deadlines.rule('MEM-SLA', '2026-02-15', { region: '000000' }).length).toBe(11)
  expect(await followed()).toBe(false)

  house.moveTo('2026-03-02T10:01:00+08:00')
  await follower(signal)
  expect(await followed()).toBe(true)
})

test('a year as a sheet is read back as it was, and rows that nobody understands are named', async () => {
  const drawn = await house.asks(nation, drawCalendarSheet, { year: 2026 })
  const year = await house.asks(nation, findCalendarYear, { year: 2026 })

  const read = await house.asks(nation, readCalendarSheet, { bytes: drawn.bytes, mediaType: drawn.mediaType })
  expect(read.faults).toEqual([])
  expect(read.days).toEqual(year.days)
  expect(year).toMatchObject({ official: true, workdays: 248 })

  const csv = Buffer.from('日期,类别,名称\n2027年1月1日,放假,元旦\n2027/1/2,调休,元旦\nfoo,放假\n2027-01-04,??\n')
  const bad = await house.asks(nation, readCalendarSheet, { bytes: csv, mediaType: 'text/csv' })
  expect(bad.days).toEqual([
    { day: '2027-01-01', kind: 'statutory', name: '元旦' },
    { day: '2027-01-02', kind: 'weekend', name: '元旦' },
  ])
  expect(bad.faults.map((fault) => fault.slice(0, 5))).toEqual(['第 4 行', '第 5 行'])
})

test('the network itself loads a year as before', async () => {
  const { days } = await house.does(systemActor('test'), loadCalendarYear, {
    ...year2027,
    year: 2028,
    days: [{ day: '2028-01-03', kind: 'statutory' }],
  })
  expect(days).toBe(1)
})
