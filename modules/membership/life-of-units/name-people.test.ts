import { maskIdentityNumber } from '@gongqiao/codes'
import { beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { openHouse } from '../../../tests/house.ts'
import { listPeople } from '../../../tests/rosters.ts'
import { listOwnPeople } from './queries/list-own-people.ts'
import { namePeople } from './queries/name-people.ts'

const house = await openHouse()
const { units } = house
const shop = await house.officer(units.shop, 'grassroots_officer')
const unit = units.shop.id
const people = Array.from({ length: 4 }, () => house.stranger())
const [first, second, ...twins] = people.map((one, index) => (index < 2 ? one : { ...one, name: '王重名' }))
const elsewhere = house.stranger()
const named = (lines: readonly string[]) =>
  house.asks(shop, namePeople, { unit, bytes: Buffer.from(`${lines.join('\n')}\n`), mediaType: 'text/csv' })

beforeAll(async () => {
  await listPeople(
    house.services,
    units.shop,
    [first, second, ...twins].filter((one) => one !== undefined),
  )
  await listPeople(house.services, units.cousinShop, [elsewhere])
})

test('a list finds a union’s own people by number, by name and mask, by member number; with where each goes (ORG-29)', async () => {
  const { items } = await house.asks(shop, listOwnPeople, { unit })
  const own = items.find(({ name }) => name === second?.name)
  expect(items).toHaveLength(4)

  const answer = await named([
    '会员编号,姓名,证件号码,去向',
    `,${first?.name},${first?.identityNumber},甲公司工会`,
    `${own?.membership},,,乙公司工会`,
    `,王重名,${twins[0]?.identityNumber},`,
  ])

  expect(answer.unclear).toEqual([])
  expect(answer.found.map(({ row, name, to }) => [row, name, to])).toEqual([
    [2, first?.name, '甲公司工会'],
    [3, second?.name, '乙公司工会'],
    [4, '王重名', null],
  ])
  const masked = await named(['姓名,身份证号', `${first?.name},${maskIdentityNumber(first?.identityNumber ?? '')}`])
  expect(masked.found.map(({ name }) => name)).toEqual([first?.name])
})

test('every line that names nobody for certain is told with its row; whoever belongs elsewhere is as one who is nowhere', async () => {
  const answer = await named([
    '姓名,证件号码',
    '王重名,',
    `${elsewhere.name},${elsewhere.identityNumber}`,
    '没有这个人,',
    `,${first?.identityNumber}`,
    `${first?.name},号码？`,
    `${first?.name},`,
    `${first?.name},`,
  ])

  expect(answer.unclear.map(({ row, why }) => [row, why])).toEqual([
    [2, 'several'],
    [3, 'unknown'],
    [4, 'unknown'],
    [5, 'no_name'],
    [6, 'number'],
    [8, 'twice'],
  ])
  expect(answer.found.map(({ row }) => row)).toEqual([7])
})

test('a sheet without names is told to be one', async () => {
  const refused = await named(['部门,工号', '一车间,7']).catch((error: unknown) => error)

  expect(refused instanceof Refusal && refused.code).toBe('membership.list_without_names')
})
