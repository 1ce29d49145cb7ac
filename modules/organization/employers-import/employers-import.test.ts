import { makeCreditCode } from '@gongqiao/codes'
import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { findCoverage } from '../coverage/queries/find-coverage.ts'
import { listEmployers } from '../coverage/queries/list-employers.ts'

const house = await openHouse()
const { units } = house
const { dryRun, run, undo, rows } = importsOf(house)
const clerk = await house.officer(units.county)
const kind = 'organization.employers'
const code = (sequence: number) =>
  makeCreditCode({ registrar: '9', class: '1', division: '440103', subject: String(sequence).padStart(8, '0') })
const csv = (...lines: string[]) =>
  `单位名称,统一社会信用代码,所属行业,职工人数,所在地工会,涵盖它的工会\n${lines.join('\n')}\n`
const employers = async () => (await house.asks(clerk, listEmployers, { unit: units.county.id })).items
const later = () => house.moveTo(new Date(house.now().getTime() + 60_000).toISOString())

test('ORG-11: a sheet enters employers with and without a union, each at its place', async () => {
  const looked = await dryRun(
    clerk,
    units.county,
    csv(
      `宏达纺织有限公司,${code(1)},制造业,120,,${units.shop.name}`,
      `新开的面馆,,住宿和餐饮业,6,${units.siblingTownship.name},`,
      '县里的一家公司,,,,,',
    ),
    kind,
  )
  expect(looked).toMatchObject({ state: 'checked', counts: { new: 3, invalid: 0 } })
  expect(await employers()).toEqual([])

  expect(await run(clerk, looked)).toMatchObject({ state: 'done', outcomes: { applied: 3 } })
  expect((await employers()).map(({ name, employees, union }) => [name, employees, union?.id ?? null]).sort()).toEqual([
    ['县里的一家公司', null, null],
    ['宏达纺织有限公司', 120, units.shop.id],
    ['新开的面馆', 6, null],
  ])
  const { covered, places } = await house.asks(clerk, findCoverage, { unit: units.county.id })
  expect(covered).toBe(1)
  expect(places.map(({ name }) => name)).toContain(units.siblingTownship.name)
})

test('the next sheet is a difference: the same, mended by its code, given a union; nobody is taken from a union', async () => {
  later()
  const looked = await dryRun(
    clerk,
    units.county,
    csv(
      `宏达纺织有限公司,${code(1)},制造业,150,,`,
      `宏达纺织有限公司二,${code(2)},,,,${units.shop.name}`,
      `新开的面馆,,住宿和餐饮业,6,${units.siblingTownship.name},${units.cousinShop.name}`,
      '县里的一家公司,,,,,',
    ),
    kind,
  )
  expect(looked).toMatchObject({ counts: { new: 1, changed: 2, same: 1, invalid: 0 } })
  const done = await run(clerk, looked)
  expect((await employers()).map(({ name, employees, union }) => [name, employees, union?.id ?? null]).sort()).toEqual([
    ['县里的一家公司', null, null],
    ['宏达纺织有限公司', 150, units.shop.id],
    ['宏达纺织有限公司二', null, units.shop.id],
    ['新开的面馆', 6, units.cousinShop.id],
  ])

  const taken = await dryRun(clerk, units.county, csv(`宏达纺织有限公司,${code(1)},,,,${units.cousinShop.name}`), kind)
  expect(await rows(clerk, taken, { verdict: 'invalid' })).toMatchObject([
    { row: 2, faults: [{ column: 'union', code: 'organization.import.covered_already' }] },
  ])

  later()
  expect(await undo(clerk, done)).toMatchObject({ outcomes: { undone: 3 } })
  expect((await employers()).map(({ name, employees, union }) => [name, employees, union?.id ?? null]).sort()).toEqual([
    ['县里的一家公司', null, null],
    ['宏达纺织有限公司', 120, units.shop.id],
    ['新开的面馆', 6, null],
  ])
})

test('every fault of every line is named with its row and column, and nothing is entered', async () => {
  later()
  const before = await employers()
  const looked = await dryRun(
    clerk,
    units.county,
    csv('一,91350100M000100Y44,没有的行业,很多,,', '好公司,,,,没有的街道总工会,', '又一家,,,,,没有的工会委员会'),
    kind,
  )

  expect(looked).toMatchObject({ counts: { new: 0, invalid: 3 } })
  const told = (await rows(clerk, looked, { verdict: 'invalid' })).map(({ row, faults }) => [
    row,
    faults.map(({ column }) => column).sort(),
  ])
  expect(told).toEqual([
    [2, ['creditCode', 'employees', 'industry', 'name']],
    [3, ['place']],
    [4, ['union']],
  ])
  expect(await employers()).toEqual(before)
})
