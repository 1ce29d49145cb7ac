import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { checkedWith, expectEveryChangeFound, linesOf, takeRecord } from '../../tests/records.ts'
import { answerAsk } from './commands/answer-ask.ts'
import { reportRetaliation } from './commands/report-retaliation.ts'
import { signAsk } from './commands/sign-ask.ts'
import { submitAsk } from './commands/submit-ask.ts'
import type { Received } from './contract.ts'

const house = await openHouse()
const { units } = house
const officer = await house.officer(units.shop)
const upper = await house.officer(units.township)
const county = await house.officer(units.county)
const webm = Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(200, 7)])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const media = { voice: { data: webm.toString('base64'), seconds: 9 }, pictures: [png.toString('base64')] }
const keyOf = ({ ask: { cell, matter } }: Received) => ({ cell, matter })
const hashOf = (bytes: Buffer) => house.services.keyring.suite.hash(bytes).toString('hex')
const files = [
  { name: '录音1.webm', type: 'audio/webm', bytes: webm.length, by: '本人', hash: hashOf(webm) },
  { name: '图片1.png', type: 'image/png', bytes: png.length, by: '本人', hash: hashOf(png) },
]

const { actor } = await house.applies({ unit: units.shop })
const asked = await house.does(actor, submitAsk, { words: '两个月没有发工资', topic: '04', ...media })
const report = await house.does(actor, reportRetaliation, { ...keyOf(asked), words: '被调到夜班', ...media })

test('the record of an ask has all that was said, and the hash of each recording and picture as it is given out', async () => {
  await house.does(officer, signAsk, keyOf(asked))
  await house.does(officer, answerAsk, { ...keyOf(asked), words: '已责令补发', result: 'solved' })

  const record = await takeRecord(house, officer, keyOf(asked))

  expect(record.body.attachments).toMatchObject(files)
  const said = linesOf(record).map(([, value]) => value)
  expect(said).toEqual(expect.arrayContaining(['两个月没有发工资', '录音1.webm', '图片1.png', '已责令补发']))
  expect(checkedWith(record, { '录音1.webm': webm, '图片1.png': png })).toEqual([])
  const other = Buffer.concat([webm.subarray(0, -1), Buffer.from([8])])
  expect(checkedWith(record, { '录音1.webm': other, '图片1.png': png })).toEqual(['file_changed 录音1.webm'])
  expectEveryChangeFound(record)
})

test('the record of a report of retaliation says who suffers, for which matter, and the hash of each file (G-05)', async () => {
  const record = await takeRecord(house, upper, keyOf(report))

  expect(linesOf(record)).toEqual(
    expect.arrayContaining([
      ['因为哪件事项', `诉求 ${asked.ask.cell}-${asked.ask.matter}`],
      ['那件事项所在的工会', units.shop.name],
      [expect.stringContaining('Z '), '被调到夜班'],
      ['附件', '录音1.webm'],
    ]),
  )
  expect(record.body.attachments).toMatchObject(files)
  expect(checkedWith(record, { '图片1.png': webm })).toEqual(['file_changed 图片1.png'])
  expectEveryChangeFound(record)
  expect((await takeRecord(house, actor, keyOf(report))).body.attachments).toMatchObject(files)
})

test('neither the union complained about nor any above the one that has it gets a record of a report (G-05)', async () => {
  for (const stranger of [officer, county])
    await expect(takeRecord(house, stranger, keyOf(report))).rejects.toMatchObject({ code: 'kernel.absent' })
  const other = await house.applies({ unit: units.shop })
  await expect(takeRecord(house, other.actor, keyOf(report))).rejects.toMatchObject({ code: 'kernel.absent' })
})
