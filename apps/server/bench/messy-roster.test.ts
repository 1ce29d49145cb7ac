import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { messyRoster } from './messy-roster.ts'

const house = await openHouse()
const { units } = house
const { dryRun, run, rows } = importsOf(house)

test('every planted fault of a messy roster is named by row, column and reason, and everybody else is taken as they are', async () => {
  const roster = messyRoster(900, 0.05, [units.shop.name, units.siblingShop.name, units.cousinShop.name])
  const officer = await house.officer(units.county)
  expect(new Set(roster.faults.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(24)

  const looked = await dryRun(officer, units.county, roster.csv)
  const invalid = await rows(officer, looked, { verdict: 'invalid' })

  const named = new Map(invalid.map(({ row, faults }) => [row, faults.map(({ column, code }) => `${column} ${code}`)]))
  const unnamed = roster.faults.filter(({ row, column, code }) => !named.get(row)?.includes(`${column} ${code}`))
  expect(unnamed).toEqual([])
  expect(invalid.map(({ row }) => row)).toEqual([...new Set(roster.faults.map(({ row }) => row))].sort((a, b) => a - b))
  expect(looked.counts).toMatchObject({ new: roster.numbers.length, ambiguous: 0, changed: 0, same: 0 })
  expect(looked.dropped).toHaveLength(1)

  await run(officer, looked)

  const digests = roster.numbers.map((number) => house.services.keyring.digest('identity', `resident_card:${number}`))
  const [stored] = await house.rows(
    'select count(*)::int as people, count(distinct identity_digest)::int as numbers from people.person where identity_digest = any($1)',
    [digests],
  )
  expect(stored).toEqual({ people: roster.numbers.length, numbers: roster.numbers.length })
  expect(await house.rows('select count(*)::int as people from people.person')).toEqual([
    { people: roster.numbers.length },
  ])
})
