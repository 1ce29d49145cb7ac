import { makeCreditCode } from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { reactAll } from '../../../kernel/facts/reaction.ts'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { breachesIn } from '../../../tests/members.ts'
import { membershipReactions } from '../../membership/reactions.ts'
import { approveChange } from '../life/commands/approve-change.ts'
import { proposeChange } from '../life/commands/propose-change.ts'
import { enterEmployers } from './commands/enter-employers.ts'
import { findCoverage } from './queries/find-coverage.ts'
import { findPastCoverage } from './queries/find-past-coverage.ts'
import { listEmployers } from './queries/list-employers.ts'
import { listPastEmployers } from './queries/list-past-employers.ts'

const house = await openHouse()
const { units } = house
const nation = await house.officer(units.nation)
const county = await house.officer(units.county)
const township = await house.officer(units.township)
const neighbour = await house.officer(units.neighbourCounty)
const { dryRun, run, undo } = importsOf(house)

const at = (day: string, hour = '09') => house.moveTo(`${day}T${hour}:00:00+08:00`)
const code = makeCreditCode({ registrar: '9', class: '1', division: '440103', subject: 'MA5ABCDE' })
type Known = 'then' | 'now'

async function listed(unit: { readonly id: string }, on: string, known: Known, only?: 'covered' | 'uncovered') {
  const { items } = await house.asks(county, listPastEmployers, { unit: unit.id, on, known, ...(only && { only }) })
  return items.map(({ name, industry, union }) => [name, industry, union?.id ?? null])
}
const figures = (on: string, known: Known) => house.asks(county, findPastCoverage, { unit: units.county.id, on, known })
const sections = ({ sections: told }: { sections: readonly { section: string | null; covered: number }[] }) =>
  told.map(({ section, covered }) => [section, covered])

// Twelve covered by the shop's union on the 2nd; one of the wrong industry and name on the 3rd, mended on the 9th; a sheet
// of the 4th that was a mistake, taken back on the 10th.
at('2026-03-02')
await house.does(township, enterEmployers, {
  ...{ unit: units.shop.id, covered: true },
  employers: Array.from({ length: 12 }, (_, index) => ({ name: `第${index + 1}号单位`, industry: 'C', employees: 10 })),
})
at('2026-03-03')
const mended = { unit: units.siblingShop.id, covered: true }
await house.does(township, enterEmployers, {
  ...mended,
  employers: [{ name: '误写厂', creditCode: code, industry: 'G' }],
})
at('2026-03-04')
const sheet = `单位名称,统一社会信用代码,所属行业,职工人数,所在地工会,涵盖它的工会
误入的面馆,,住宿和餐饮业,6,${units.siblingTownship.name},${units.cousinShop.name}
`
const entered = await run(county, await dryRun(county, units.county, sheet, 'organization.employers'))
at('2026-03-09')
await house.does(township, enterEmployers, {
  ...{ unit: units.siblingShop.id, covered: true, employers: [{ name: '正名厂', creditCode: code, industry: 'C' }] },
})
at('2026-03-10')
await undo(county, entered)

test('the employers of a past day are those that were on record at its end, with the union that covered each (ORG-11)', async () => {
  expect(await listed(units.county, '2026-03-01', 'then')).toEqual([])
  expect(await listed(units.county, '2026-03-02', 'then')).toHaveLength(12)
  expect(await listed(units.shop, '2026-03-02', 'then')).toContainEqual(['第1号单位', 'C', units.shop.id])
  expect(await listed(units.county, '2026-03-03', 'then')).toHaveLength(13)
  expect(await listed(units.county, '2026-03-03', 'then', 'uncovered')).toEqual([])
})

test('a name and an industry that were mended are the wrong ones as known then, and the right ones as corrected since', async () => {
  expect(await listed(units.siblingShop, '2026-03-04', 'then')).toEqual([['误写厂', 'G', units.siblingShop.id]])
  expect(await listed(units.siblingShop, '2026-03-04', 'now')).toEqual([['正名厂', 'C', units.siblingShop.id]])
  expect(sections(await figures('2026-03-03', 'then'))).toEqual([
    ['C', 12],
    ['G', 1],
  ])
  expect(sections(await figures('2026-03-03', 'now'))).toEqual([['C', 13]])
})

test('what a sheet entered by mistake was there as known then, and never was as corrected since', async () => {
  const mistake = ['误入的面馆', 'H', units.cousinShop.id]
  for (const day of ['2026-03-04', '2026-03-09']) {
    expect(await listed(units.siblingTownship, day, 'then'), day).toEqual([mistake])
    expect(await listed(units.siblingTownship, day, 'now'), day).toEqual([])
  }
  expect(await listed(units.siblingTownship, '2026-03-10', 'then')).toEqual([])
  expect(await figures('2026-03-05', 'then')).toMatchObject({ covered: 14, on: '2026-03-05', known: 'then' })
  expect(await figures('2026-03-05', 'now')).toMatchObject({ covered: 13, known: 'now' })
})

test('today is told as the lists of today tell it', async () => {
  const today = await house.asks(county, findCoverage, { unit: units.county.id })
  const { items } = await house.asks(county, listEmployers, { unit: units.county.id })
  for (const known of ['then', 'now'] as const) {
    expect(await figures('2027-01-01', known)).toEqual({ ...today, on: '2026-03-10', known })
    const past = await house.asks(county, listPastEmployers, { unit: units.county.id, on: '2026-03-10', known })
    const ids = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
      [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(ids(past.items)).toEqual(ids(items))
  }
})

test('unions that move, merge and split change no coverage of a day before, and their days after are their own', async () => {
  const days = ['2026-03-02', '2026-03-05', '2026-03-10']
  const told = async () => {
    const all: unknown[] = []
    for (const day of days)
      for (const known of ['then', 'now'] as const) {
        all.push(await figures(day, known))
        for (const unit of [units.shop, units.siblingShop, units.township, units.siblingTownship])
          all.push(await listed(unit, day, known))
      }
    return all
  }
  const before = await told()
  const changes = async (on: string, wish: object) => {
    at(on)
    const { cell, matter } = await house.does(nation, proposeChange, {
      ...{ reason: '几家单位重新组合', resolution: { on: '2026-02-20', by: '会员大会' }, intoResolution: '2026-02-21' },
      ...{ audit: { on: '2026-02-25', by: '经审办' }, property: '经费资产并入接续的工会' },
      ...wish,
    })
    await house.does(nation, approveChange, { cell, matter, document: '工〔2026〕1号' })
    await house.settled()
    await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
      throw error
    })
    await house.settled()
  }
  await changes('2026-03-11', { unit: units.shop.id, kind: 'move', into: units.siblingTownship.id })
  const { items } = await house.asks(county, listEmployers, { unit: units.shop.id })
  await changes('2026-03-12', {
    ...{ unit: units.shop.id, kind: 'split', parts: [{ name: '沙面二厂工会', employers: [items[0]?.id], people: [] }] },
  })
  await changes('2026-03-13', { unit: units.siblingShop.id, kind: 'merge', into: units.shop.id })

  expect(await told()).toEqual(before)
  expect(await listed(units.township, '2026-03-13', 'then')).toEqual([])
  expect(await listed(units.siblingTownship, '2026-03-11', 'then')).toHaveLength(12)
  expect(await listed(units.shop, '2026-03-12', 'then')).toHaveLength(11)
  expect((await listed(units.shop, '2026-03-13', 'now')).map(([name]) => name)).toContain('正名厂')
  expect((await breachesIn(house)).filter((breach) => breach.startsWith('organization.'))).toEqual([])
})

test('an employer whose history does not end with what it is now is found', async () => {
  await house.rows(`update organization.employer set name = '悄悄改名' where cell_id = $1 and credit_code = $2`, [
    units.county.cell,
    code,
  ])

  expect((await breachesIn(house)).filter((breach) => breach.includes('not what its history says'))).toHaveLength(1)
})

test('another county learns of nothing, and past coverage above the county is asked county by county', async () => {
  const on = '2026-03-05'
  await expect(house.asks(neighbour, listPastEmployers, { unit: units.county.id, on })).rejects.toThrow('kernel.absent')
  await expect(house.asks(neighbour, findPastCoverage, { unit: units.county.id, on })).rejects.toThrow('kernel.absent')
  const city = await house.officer(units.city)
  await expect(house.asks(city, findPastCoverage, { unit: units.city.id, on })).rejects.toThrow(
    'organization.coverage_of_a_county',
  )
  await expect(house.asks(county, listPastEmployers, { unit: units.county.id, on, after: 'nonsense' })).rejects.toThrow(
    'kernel.invalid_input',
  )
})
