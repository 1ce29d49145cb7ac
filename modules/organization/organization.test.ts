import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { findActingPost } from './acting-posts.ts'
import { handOverPost } from './commands/hand-over-post.ts'
import { rangeOfUnit } from './open-unit.ts'
import { findOfficerSelf } from './queries/find-officer-self.ts'
import { findUnit } from './queries/find-unit.ts'
import { listChildren } from './queries/list-children.ts'
import { listOfficers } from './queries/list-officers.ts'
import { listPosts } from './queries/list-posts.ts'

const house = await openHouse()
const { units } = house

test('a union covers whole cells from the county up and one subtree below', () => {
  const range = (
    level: 'nation' | 'industry' | 'province' | 'prefecture' | 'county' | 'township',
    cell_id: number,
    path = '',
  ) => rangeOfUnit({ level, cell_id, path })

  expect(range('nation', 100_000)).toEqual({ cellLo: 0, cellHi: 999_999, pathLo: '', pathHi: '~' })
  expect(range('province', 440_000)).toEqual({ cellLo: 440_000, cellHi: 449_999, pathLo: '', pathHi: '~' })
  expect(range('prefecture', 440_100)).toEqual({ cellLo: 440_100, cellHi: 440_199, pathLo: '', pathHi: '~' })
  expect(range('prefecture', 441_900)).toEqual({ cellLo: 441_900, cellHi: 441_999, pathLo: '', pathHi: '~' })
  expect(range('county', 440_103)).toEqual({ cellLo: 440_103, cellHi: 440_103, pathLo: '', pathHi: '~' })
  expect(range('township', 440_103, '001')).toEqual({ cellLo: 440_103, cellHi: 440_103, pathLo: '001', pathHi: '001~' })
  expect(range('industry', 901_000)).toEqual({ cellLo: 901_000, cellHi: 901_999, pathLo: '', pathHi: '~' })
})

test('a union is shown with the chain above it, nation first, to those it lies within and to nobody else', async () => {
  const county = await house.officer(units.county)

  const { unit, chain } = await house.asks(county, findUnit, { unit: units.shop.id })

  expect(unit).toMatchObject({ id: units.shop.id, parent: units.township.id, cell: 440_103, path: '001001' })
  expect(chain.map(({ level }) => level)).toEqual(['nation', 'province', 'prefecture', 'county', 'township'])
  for (const hidden of [units.neighbourCounty, units.city, units.farShop]) {
    await expect(house.asks(county, findUnit, { unit: hidden.id })).rejects.toMatchObject({ code: 'kernel.absent' })
  }
})

test('children come in tree order, across cells', async () => {
  const nation = await house.officer(units.nation)

  const provinces = await house.asks(nation, listChildren, { unit: units.nation.id })
  const counties = await house.asks(nation, listChildren, { unit: units.city.id })

  expect(provinces.items.map(({ cell }) => cell)).toEqual([330_000, 440_000])
  expect(counties.items.map(({ name, children }) => [name, children])).toEqual([
    ['广州市荔湾区总工会', 2],
    ['广州市越秀区总工会', 1],
  ])
  expect(counties.next).toBeNull()
})

test('the desk of a union is its own officer post, or the nearest above that has one', async () => {
  await house.officer(units.province)
  const desk = async (unit: { id: string }) =>
    (await house.rows('select desk_unit_name from organization.open_unit where id = $1', [unit.id]))[0]?.desk_unit_name

  expect(await desk(units.neighbourShop)).toBe(units.province.name)
  await house.officer(units.neighbourCounty)
  expect(await desk(units.neighbourShop)).toBe(units.neighbourCounty.name)
  await house.officer(units.neighbourShop, 'grassroots_officer')
  expect(await desk(units.neighbourShop)).toBe(units.neighbourShop.name)
})

test('a post changes hands: the successor acts as it, the one before no longer does, and its queue stays', async () => {
  const before = await house.officer(units.shop, 'grassroots_officer')
  const successor = await house.officer(units.shop, 'grassroots_officer')
  const township = await house.officer(units.township)
  await house.rows('update organization.unit set desk_post_id = $1 where id = $2', [before.post.id, units.shop.id])
  const matter = (await house.applies({ unit: units.shop })).outcome.card?.matter

  const after = await house.does(township, handOverPost, { post: before.post.id, to: successor.account })

  expect(after.holderName).toBe(successor.name)
  expect(await findActingPost(house.services, before.account, before.post.id)).toBeUndefined()
  expect(await findActingPost(house.services, successor.account, before.post.id)).toMatchObject({ id: before.post.id })
  expect(await house.rows('select owner_post_id from kernel.matter where id = $1', [matter?.id])).toEqual([
    { owner_post_id: before.post.id },
  ])
  expect(await house.audit(before.post.id)).toMatchObject([
    { act: 'organization.hand_over_post', before: { holder: before.account }, after: { holder: successor.account } },
  ])
  await expect(
    house.does(township, handOverPost, { post: before.post.id, to: successor.account }),
  ).rejects.toMatchObject({ code: 'organization.holds_it_already' })
})

test('a post is handed over only by the unions it lies within, and only to an officer of the union or the one above', async () => {
  const seat = await house.officer(units.siblingShop, 'grassroots_officer')
  const elsewhere = await house.officer(units.farShop, 'grassroots_officer')
  const township = await house.officer(units.township)
  const neighbour = await house.officer(units.neighbourCounty)

  await expect(
    house.does(neighbour, handOverPost, { post: seat.post.id, to: neighbour.account }),
  ).rejects.toMatchObject({ code: 'kernel.absent' })
  await expect(house.does(seat, handOverPost, { post: seat.post.id, to: township.account })).rejects.toMatchObject({
    code: 'kernel.forbidden',
  })
  await expect(house.does(township, handOverPost, { post: seat.post.id, to: elsewhere.account })).rejects.toMatchObject(
    { code: 'organization.not_an_officer_here' },
  )
  expect(
    (await house.asks(township, listOfficers, { unit: units.siblingShop.id })).items.map(({ account }) => account),
  ).toEqual(expect.arrayContaining([seat.account, township.account]))
  expect((await house.asks(township, listPosts, { unit: units.siblingShop.id })).items).toMatchObject([
    { id: seat.post.id, holderName: seat.name },
  ])
})

test('an officer sees the posts they hold and nobody else’s', async () => {
  const officer = await house.officer(units.cousinShop, 'grassroots_officer')

  const self = await house.asks(
    { kind: 'officer', account: officer.account, name: officer.name, language: 'zh', keyOwner: officer.account },
    findOfficerSelf,
    {},
  )

  expect(self.posts).toMatchObject([
    { id: officer.post.id, unit: { id: units.cousinShop.id }, role: 'grassroots_officer' },
  ])
})
