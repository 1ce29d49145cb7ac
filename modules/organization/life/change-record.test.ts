import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { expectEveryChangeFound, linesOf, takeRecord } from '../../../tests/records.ts'
import { returnChange } from './commands/answer-change.ts'
import { proposeChange } from './commands/propose-change.ts'

const house = await openHouse()
const { shop, siblingShop, township, cousinShop } = house.units

test('the record of a change of a union has the resolution, the audit, what becomes of the funds, and the answer from above (ORG-25 to ORG-29)', async () => {
  const officer = await house.officer(shop, 'grassroots_officer')
  const { cell, matter } = await house.does(officer, proposeChange, {
    ...{ unit: shop.id, kind: 'merge', into: siblingShop.id, reason: '两家单位已经合并', intoResolution: '2026-02-21' },
    ...{ resolution: { on: '2026-02-20', by: '会员大会' }, audit: { on: '2026-02-25', by: '区总工会经审办' } },
    property: '经费资产并入接续的工会',
  })
  await house.does(await house.officer(township), returnChange, { cell, matter, reason: '请补充资产清单' })

  const record = await takeRecord(house, officer, { cell, matter })

  expect(linesOf(record)).toEqual(
    expect.arrayContaining([
      ['怎样变动', '合并'],
      ['工会', shop.name],
      ['并入、接收或改隶的工会', siblingShop.name],
      ['会员会籍', '不变'],
      ['决议日期', '2026-02-20'],
      ['由谁决议', '会员大会'],
      ['另一工会的决议日期', '2026-02-21'],
      ['审计单位', '区总工会经审办'],
      ['经费和资产的处置', '经费资产并入接续的工会'],
      ['答复内容', '请补充资产清单'],
    ]),
  )
  expectEveryChangeFound(record)
  const stranger = await house.officer(cousinShop)
  await expect(takeRecord(house, stranger, { cell, matter })).rejects.toMatchObject({ code: 'kernel.absent' })
})
