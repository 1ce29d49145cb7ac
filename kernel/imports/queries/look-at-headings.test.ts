import { expect, test } from 'vitest'
import { importParts } from '../../../apps/server/import-parts.ts'
import { openHouse } from '../../../tests/house.ts'
import { importsOf } from '../../../tests/import-sheets.ts'
import { lookAtHeadings } from './look-at-headings.ts'

const house = await openHouse()
const { upload, view } = importsOf(house)

test('a clerk sees what the columns are with the headings in other rows, and nothing has changed by looking', async () => {
  const officer = await house.officer(house.units.county)
  const { name, identityNumber } = house.stranger()
  const sheet = `姓名,证件号码\n职工姓名,身份证号\n${name},${identityNumber}\n`
  const sent = await upload(officer, house.units.county, sheet)
  const key = { cell: sent.cell, import: sent.import }
  const look = (rows?: string) =>
    house.asks(officer, lookAtHeadings(importParts), { ...key, ...(rows !== undefined && { rows }) })

  const second = await look('2')
  expect(second.headerRows).toEqual([2])
  expect(second.sheetColumns.map(({ heading, key: as }) => [heading, as])).toEqual([
    ['职工姓名', 'name'],
    ['身份证号', 'identityNumber'],
  ])
  const none = await look('0')
  expect(none.headerRows).toEqual([])
  expect(none.sheetColumns.map(({ heading, key: as }) => [heading, as])).toEqual([
    ['', null],
    ['', null],
  ])
  expect((await look()).headerRows).toEqual(sent.headerRows)
  expect(await view(officer, sent)).toEqual(sent)
})
