import { expect, test } from 'vitest'
import { matterParts } from '../../../apps/server/matter-parts.ts'
import { findRecord } from '../../../kernel/packs/find-record.ts'
import { foundingsOf, key } from '../../../tests/foundings.ts'
import { openHouse } from '../../../tests/house.ts'
import { readPdf } from '../../../tests/read-pdf.ts'
import { expectEveryChangeFound, linesOf, takeRecord, titlesOf } from '../../../tests/records.ts'
import { keepPaper } from './commands/keep-paper.ts'

const house = await openHouse()
const upper = await house.officer(house.units.township)
const { begin, upTo } = foundingsOf(house, upper)

test('the record of a founding has its employers, group, counted result and every document, one that was kept in its own words (ORG-20 to ORG-27)', async () => {
  const view = await upTo('approved')
  const text = '关于建会的批复\n\n沙面灯具厂：\n同意。\n\n荔湾区沙面街道总工会\n2026年3月2日'
  await house.does(upper, keepPaper, { ...key(view), kind: 'reply', number: '工组〔2026〕9号', text })

  const record = await takeRecord(house, upper, key(view))

  expect(titlesOf(record)).toEqual([
    ...['建会', '用人单位', '筹备组', '选举结果', '委员会', '经费审查委员会', '女职工委员会'],
    ...['请示', '批复', '大会决议', '选举结果报告', '选举结果批复'],
  ])
  expect(linesOf(record)).toEqual(
    expect.arrayContaining([
      ['工会全称', view.name],
      ['组织形式', '单独基层工会'],
      ['沙面灯具厂', expect.stringContaining(view.employers[0]?.creditCode ?? '-')],
      ['张一', '组长；车间主任'],
      ['张一', '主席；得票 35'],
      ['发出选票', '36'],
      ['文号', '工组〔2026〕9号'],
      ['正文', text],
      ['正文', expect.stringContaining('应到40人，实到36人')],
    ]),
  )
  expectEveryChangeFound(record)
  const { bytes } = await house.asks(upper, findRecord(matterParts), { ...key(view), form: 'pdf' })
  const printed = readPdf(Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0))
  const words = printed.map((page) => page.text.replace(/\s/g, '')).join('')
  for (const said of ['工组〔2026〕9号', '荔湾区沙面街道总工会', '应到40人']) expect(words).toContain(said)
})

test('a document that says what has not happened yet is in no record', async () => {
  const view = await begin()

  expect(titlesOf(await takeRecord(house, upper, key(view)))).toEqual(['建会', '用人单位', '请示'])
})
