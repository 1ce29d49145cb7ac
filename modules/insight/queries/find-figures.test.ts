import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { readDivisions, unions } from '../../organization/index.ts'
import { findFigures } from './find-figures.ts'

const house = await openHouse()
const { units } = house

test('a map asks once: every union directly below comes with its figures in one statement', async () => {
  const officer = await house.officer(units.nation, 'statistician')

  const sent = await house.statementsOf(() => house.asks(officer, findFigures, { unit: units.nation.id }))

  expect(sent.filter((text) => text.includes('insight.unit_count') && text.includes('parent_id = $1'))).toHaveLength(1)
})

test('places come in the order of their division codes, whatever their figures', async () => {
  await house.applies({ unit: units.shop })
  await house.applies({ unit: units.shop })
  await house.applies({ unit: units.farShop })
  await house.settled()

  const { children } = await house.asks(await house.officer(units.nation), findFigures, { unit: units.nation.id })

  expect(children.map(({ unit, provisional }) => [unit.divisionCode, provisional])).toEqual([
    ['330000', 1],
    ['440000', 2],
  ])
})

test('figures of a place outside the post’s own are absent, also to whoever has them of a part', async () => {
  const officer = await house.officer(units.city)

  for (const unit of [units.province, units.otherCity, units.nation])
    await expect(house.asks(officer, findFigures, { unit: unit.id })).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('no union from the nation to the prefecture has more unions below than one answer holds', async () => {
  const tree = unions(await readDivisions())
  const mapped = new Set(
    tree.filter(({ level }) => ['nation', 'province', 'prefecture'].includes(level)).map(({ id }) => id),
  )
  const below = Map.groupBy(
    tree.filter(({ parentId }) => parentId !== null && mapped.has(parentId)),
    ({ parentId }) => parentId,
  )

  expect(Math.max(...[...below.values()].map((children) => children.length))).toBeLessThanOrEqual(100)
})
