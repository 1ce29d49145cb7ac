import { keepFile } from '@gongqiao/kernel/files/keep-file.ts'
import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { checkedWith, expectEveryChangeFound, linesOf, takeRecord } from '../../tests/records.ts'
import { applyAtWindow } from './commands/apply-at-window.ts'
import { confirmApplication } from './commands/confirm-application.ts'
import { noticeVersion } from './index.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a signed paper')])

test('the record of an application made on paper says so, who typed it, when it was decided, and the hash of the paper (MEM-10, G-08)', async () => {
  const { file } = await house.does(officer, keepFile, { bytes: png, mediaType: 'image/png' })
  const { name, identityNumber } = house.stranger()
  const { cell, matter } = await house.does(officer, applyAtWindow, {
    ...{ unit: units.shop.id, name, identityNumber, identityKind: 'resident_card' },
    ...{ proof: { kind: 'paper', file }, consents: { notice: noticeVersion, sensitive: true } },
  })
  await house.does(officer, confirmApplication, { cell, matter, decidedOn: '2026-03-02' })

  const record = await takeRecord(house, officer, { cell, matter })

  expect(linesOf(record)).toEqual([
    ['怎样提出', '窗口代办，本人在纸上签名'],
    ['经办人', `${units.shop.name} 工会干部 ${officer.name}`],
    ['委员会决定日期', '2026-03-02'],
    ['签名纸件', `image/png ${png.length} B ${house.services.keyring.suite.hash(png).toString('hex')}`],
  ])
  expect(record.body.attachments).toMatchObject([
    { name: '签名纸件.png', bytes: png.length, hash: house.services.keyring.suite.hash(png).toString('hex') },
  ])
  expect(checkedWith(record, { '签名纸件.png': png })).toEqual([])
  const other = Buffer.concat([png.subarray(0, -1), Buffer.from('R')])
  expect(checkedWith(record, { '签名纸件.png': other })).toEqual(['file_changed 签名纸件.png'])
  expectEveryChangeFound(record)
})

test('whoever applied on line has a record that says that', async () => {
  const { outcome } = await house.applies({ unit: units.shop })
  const { cell = 0, id: matter = '' } = outcome.card?.matter ?? {}

  const english = { ...officer, language: 'en' } as const

  expect((await takeRecord(house, english, { cell, matter })).body.content).toEqual([
    { title: 'The application', rows: [['How it was made', 'by the person, on line']] },
  ])
})
