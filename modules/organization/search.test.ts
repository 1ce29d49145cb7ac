import { inTransaction } from '@gongqiao/kernel/database/tx.ts'
import { beforeAll, expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { searchUnits } from './queries/search-units.ts'
import { pathLabel, unionId } from './reference/unions.ts'
import { type SeedUnit, seedUnits } from './seed.ts'
import { rememberAliases } from './unit-aliases.ts'

const house = await openHouse()
const { units } = house
const county = await house.officer(units.county)
const nation = await house.officer(units.nation)

let number = 200
function below(parent: SeedUnit, name: string, shortName = name, creditCode: string | null = null): SeedUnit {
  number++
  const path = parent.path + pathLabel(number)
  const id = unionId(`999000000${number}`)
  return {
    ...parent,
    id,
    name,
    shortName,
    creditCode,
    level: 'grassroots',
    divisionCode: null,
    parentId: parent.id,
    path,
  }
}
const code = '81440103MC0000001'
const creditCode = `${code}X`
const bank = below(units.township, '中国工商银行荔湾支行工会委员会', '工行荔湾支行工会', creditCode)
const river = below(units.neighbourCounty, '重庆长江轮船公司越秀办事处工会')

beforeAll(() =>
  inTransaction(house.services.pool, undefined, async (tx) => {
    await seedUnits(tx, [bank, river], '2023-06-30', house.now())
    await rememberAliases(tx, [{ unit: units.shop.id, text: '沙面国营被服厂工会', kind: 'former' }], house.now())
  }),
)

const find = async (text: string, actor = county, under: { id: string } = units.county) =>
  (await house.asks(actor, searchUnits, { text, under: under.id })).items
const names = async (...asked: Parameters<typeof find>) => (await find(...asked)).map(({ unit }) => unit.name)

test('a union is found by the beginning of its name or short name, in any width and without signs', async () => {
  expect(await names('沙面')).toEqual([units.shop.name, units.siblingShop.name, units.township.name])
  expect(await names('工行荔湾')).toEqual([bank.name])
  expect(await names('沙 面（制衣厂')).toEqual([units.shop.name])
  expect(await names('%')).toEqual([])
})

test('a union is found by two characters anywhere in its name, and by several words of it', async () => {
  expect(await names('书店')).toEqual([units.cousinShop.name])
  expect(await names('支行 银行')).toEqual([bank.name])
  expect(await names('支行 书店')).toEqual([])
})

test('a union is found by a name it had, and the answer says which', async () => {
  expect(await find('国营被服')).toMatchObject([
    { unit: { id: units.shop.id }, by: 'former', alias: '沙面国营被服厂工会' },
  ])
})

test('a union is found by pinyin initials, read as the words have it', async () => {
  expect(await names('smzyc')).toEqual([units.shop.name])
  expect(await names('ZGGSYH')).toEqual([bank.name])
  expect(await names('cqcj', nation, units.nation)).toEqual([river.name])
  expect(await names('zqzj', nation, units.nation)).toEqual([])
})

test('a union is found by its credit code and by the beginning of one', async () => {
  expect(await find(creditCode.toLowerCase())).toMatchObject([{ unit: { id: bank.id }, by: 'code' }])
  expect(await names(code.slice(0, 10))).toEqual([bank.name])
})

test('what is called so comes first, then what begins so, higher unions before lower ones, then the rest', async () => {
  expect((await names('广州市荔湾区', nation, units.nation))[0]).toBe(units.county.name)
  expect(await names('荔湾区沙面街道总工会', nation, units.nation)).toEqual([units.township.name])
  expect(await names('广州', nation, units.nation)).toEqual([
    units.city.name,
    units.county.name,
    units.neighbourCounty.name,
  ])
  expect(await names('荔湾', nation, units.nation)).toEqual([
    units.siblingTownship.name,
    units.township.name,
    units.county.name,
    bank.name,
  ])
})

test('a search stays at and below the union it was begun at, and says what stands above a hit', async () => {
  expect(await names('越秀')).toEqual([])
  expect((await find('沙面', county, units.township)).map(({ unit }) => unit.id)).not.toContain(units.cousinShop.id)
  const [hit] = await find('岭南书店')
  expect(hit?.above.map(({ name }) => name)).toEqual([
    units.nation.name,
    units.province.name,
    units.city.name,
    units.county.name,
    units.siblingTownship.name,
  ])
  await expect(find('沙面', county, units.neighbourCounty)).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('a search that has more than it shows says so', async () => {
  await inTransaction(house.services.pool, undefined, (tx) =>
    seedUnits(
      tx,
      Array.from({ length: 25 }, (_, index) => below(units.siblingTownship, `流动摊位${index}号工会`)),
      '2023-06-30',
      house.now(),
    ),
  )
  const asked = (text: string) => house.asks(county, searchUnits, { text, under: units.county.id })

  expect(await asked('流动')).toMatchObject({ items: { length: 20 }, more: true })
  expect(await asked('摊位')).toMatchObject({ items: { length: 20 }, more: true })
  expect(await asked('沙面')).toMatchObject({ items: { length: 3 }, more: false })
})

test('a closed union is not found', async () => {
  await house.rows(`update organization.unit set state = 'closed' where id = $1`, [river.id])
  const { writeUnitKeys } = await import('./unit-keys.ts')
  await inTransaction(house.services.pool, undefined, (tx) => writeUnitKeys(tx, [river.id]))

  expect(await names('重庆长江', nation, units.nation)).toEqual([])
})
