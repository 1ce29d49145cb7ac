import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { cellsBetween, type PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { matchUnits } from './match-units.ts'
import { rangeOfUnit } from './open-unit.ts'
import { pathLabel, unionId } from './reference/unions.ts'
import { type SeedUnit, seedUnits } from './seed.ts'
import { rememberAliases, settleUnitName } from './unit-aliases.ts'

const house = await openHouse()
const { units } = house
const county = cellsBetween(units.county.cell, units.county.cell)
const city = rangeOfUnit({ level: 'prefecture', cell_id: units.city.cell, path: '' })

const inTree = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(house.services.pool, undefined, work)
const match = async (name: string, range: PlaceRange = county) =>
  (await inTree((tx) => matchUnits(tx, range, [name]))).get(name)
const meant = async (name: string, range?: PlaceRange) => {
  const found = await match(name, range)
  if (found?.kind === 'one') return [found.by, found.unit.name]
  return found?.kind === 'candidates' ? found.units.map((unit) => unit.name) : []
}

let places = 100
function below(parent: SeedUnit, name: string): SeedUnit {
  places++
  return {
    ...parent,
    ...{ id: unionId(`9990000${String(places).padStart(5, '0')}`), name, shortName: name, level: 'grassroots' },
    ...{ divisionCode: null, parentId: parent.id, path: parent.path + pathLabel(places) },
  }
}
const works = below(units.township, '沙面电子（中国）有限责任公司工会委员会')
const [firstSchool, secondSchool] = [
  below(units.township, '广州市荔湾区沙面街道实验小学工会'),
  below(units.siblingTownship, '广州市荔湾区岭南街道实验小学工会'),
]
const placed = below(units.township, '广州市荔湾区沙面街道幼儿园工会')
const workshop = below(units.township, '修理铺工会')
const [twin, otherTwin] = [below(units.township, '星光车队工会'), below(units.siblingTownship, '星光车队工会')]

beforeAll(() =>
  inTree((tx) =>
    seedUnits(tx, [works, firstSchool, secondSchool, placed, workshop, twin, otherTwin], '2023-06-30', house.now()),
  ),
)

test('a name is known in any width, with any brackets and spaces, and with what cannot be seen in it', async () => {
  expect(await meant(' 沙面电子(中国)有限责任公司 工会委员会\u200b')).toEqual(['name', works.name])
})

test('a name is known but for a union’s ending and an enterprise’s legal form', async () => {
  for (const name of ['沙面电子（中国）有限公司工会', '沙面电子中国', '沙面电子（中国）股份有限公司基层工会委员会'])
    expect(await meant(name)).toEqual(['core', works.name])
  expect(await meant('沙面电子厂工会')).toEqual([])
})

test('a name is known with and without the places in front, unless that would be a guess between two', async () => {
  expect(await meant('沙面街道幼儿园工会')).toEqual(['place', placed.name])
  expect(await meant('幼儿园工会')).toEqual(['place', placed.name])
  expect(await meant('广东省广州市荔湾区沙面街道幼儿园工会')).toEqual(['place', placed.name])
  expect(await meant('实验小学工会')).toEqual([firstSchool.name, secondSchool.name])
})

test('a union at one place is never taken for the one of that name at another', async () => {
  expect(await meant('沙面街道修理铺工会')).toEqual(['place', workshop.name])
  expect(await meant('广州市荔湾区修理铺工会')).toEqual(['place', workshop.name])
  expect(await match('岭南街道修理铺工会')).toMatchObject({ kind: 'candidates', units: [{ id: workshop.id }] })
  expect(await match('广州市荔湾区岭南街道幼儿园工会')).toMatchObject({
    kind: 'candidates',
    units: [{ id: placed.id }],
  })
})

test('what lies outside the range is not found', async () => {
  expect(await meant(units.neighbourShop.name)).toEqual([])
  expect(await meant(units.neighbourShop.name, city)).toEqual(['name', units.neighbourShop.name])
})

test('what a clerk settled is known the next time, and can be settled otherwise', async () => {
  const { post } = await house.officer(units.county)
  const by = { now: house.now(), post: post.id }
  const settle = (unit: SeedUnit, text: string) =>
    inTree((tx) => settleUnitName(tx, { text, unit: unit.id, range: county }, by))
  const idOf = async (name: string) => {
    const found = await match(name)
    return found?.kind === 'one' ? [found.by, found.unit.id] : found?.kind
  }

  expect(await idOf('星光车队')).toBe('candidates')
  await settle(otherTwin, '星光车队')
  expect(await idOf('星光车队')).toEqual(['settled', otherTwin.id])
  await settle(twin, '星光（车队）')
  expect(await idOf('星光车队')).toEqual(['settled', twin.id])
  await settle(otherTwin, '星光车队工会')
  expect(await idOf('星光车队工会')).toEqual(['settled', otherTwin.id])
})

test('a former name is known, and a union that has the name today comes before it', async () => {
  await inTree((tx) =>
    rememberAliases(
      tx,
      [
        { unit: units.shop.id, text: '沙面国营制衣厂工会', kind: 'former' },
        { unit: units.shop.id, text: units.cousinShop.name, kind: 'former' },
      ],
      house.now(),
    ),
  )

  expect(await meant('沙面国营制衣厂工会')).toEqual(['alias', units.shop.name])
  expect(await meant(units.cousinShop.name)).toEqual(['name', units.cousinShop.name])
})

test('thousands of names are matched in two statements', async () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `第${index}工会`)

  const sent = await house.statementsOf(() => inTree((tx) => matchUnits(tx, county, [...names, units.shop.name])))

  expect(sent.filter((text) => text.includes('unit_key'))).toHaveLength(2)
})
