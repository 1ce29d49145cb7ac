import { expect, test } from 'vitest'
import { openHouse } from '../../../tests/house.ts'
import { memberOf } from '../../../tests/members.ts'
import { expectEveryChangeFound, linesOf, takeRecord } from '../../../tests/records.ts'
import { agreeStanding } from './commands/agree-standing.ts'
import { announceResignation } from './commands/announce-resignation.ts'
import { askStanding } from './commands/ask-standing.ts'
import { decideExpulsion } from './commands/decide-expulsion.ts'
import { explainNeglect } from './commands/explain-neglect.ts'
import { giveOpinion } from './commands/give-opinion.ts'
import { proposeExpulsion } from './commands/propose-expulsion.ts'
import { resign } from './commands/resign.ts'
import { warnMember } from './commands/warn-member.ts'

const house = await openHouse()
const { shop, siblingShop } = house.units
const officer = await house.officer(shop, 'grassroots_officer')
const { cell } = shop
const on = '2026-03-02'

async function member() {
  const { actor, membership } = await memberOf(house, shop)
  return { actor, key: { cell, membership } }
}

test('the record of an expulsion has the judgment, the group’s opinion and the committee’s vote, for the union and the member alike (MEM-41)', async () => {
  const { actor, key } = await member()
  const judgment = {
    court: '荔湾区人民法院',
    number: '（2025）粤0103刑初1号',
    on: '2026-01-05',
    punishment: '有期徒刑五年',
  }
  const { matter } = await house.does(officer, proposeExpulsion, { ...key, judgment })
  await house.does(officer, giveOpinion, { cell, matter, opinion: { on, present: 9, agrees: true, words: '同意' } })
  const vote = { on, members: 7, present: 6, for: 5, against: 1, abstained: 0 }
  await house.does(officer, decideExpulsion, { cell, matter, vote })

  const record = await takeRecord(house, officer, { cell, matter })

  expect(linesOf(record)).toEqual([
    ['法院', '荔湾区人民法院'],
    ['案号', '（2025）粤0103刑初1号'],
    ['判决日期', '2026-01-05'],
    ['刑罚', '有期徒刑五年'],
    ['日期', on],
    ['到会人数', '9'],
    ['小组是否同意', '同意'],
    ['意见', '同意'],
    ['日期', on],
    ['委员人数', '7'],
    ['到会人数', '6'],
    ['赞成', '5'],
    ['反对', '1'],
    ['弃权', '0'],
    ['决定日期', on],
  ])
  expectEveryChangeFound(record)
  expect(linesOf(await takeRecord(house, actor, { cell, matter }))).toEqual(linesOf(record))
  const stranger = await house.officer(siblingShop)
  await expect(takeRecord(house, stranger, { cell, matter })).rejects.toMatchObject({ code: 'kernel.absent' })
})

test('the record of a deemed withdrawal has the six months, the talk and the member’s own word (MEM-40)', async () => {
  const { actor, key } = await member()
  const neglect = { unpaidFrom: '2025-08-01', tookPartOn: null, educatedOn: '2026-03-01', education: '上门谈话' }
  const { matter } = await house.does(officer, warnMember, { ...key, ...neglect })
  await house.does(actor, explainNeglect, { cell, matter, note: '住院半年，没法交会费' })

  const record = await takeRecord(house, officer, { cell, matter })

  expect(linesOf(record)).toEqual([
    ['从哪天起没有交会费', '2025-08-01'],
    ['教育谈话日期', '2026-03-01'],
    ['教育谈话内容', '上门谈话'],
    ['本人的说明', '住院半年，没法交会费'],
  ])
  expectEveryChangeFound(record)
})

test('the records of a wish to be retained and of a resignation say what was asked and from which day (MEM-35, MEM-39)', async () => {
  const { actor, key } = await member()
  const wish = { ...key, wish: 'retain', reason: 'laid_off', since: on, note: '车间停产' }
  const asked = await house.does(actor, askStanding, wish)
  await house.does(officer, agreeStanding, { cell, matter: asked.matter, on })
  const standing = await takeRecord(house, officer, asked)
  expect(linesOf(standing)).toEqual(
    expect.arrayContaining([
      ['申请事项', '保留会籍'],
      ['原因', '下岗'],
      ['从哪天起', on],
      ['说明', '车间停产'],
    ]),
  )
  expectEveryChangeFound(standing)

  const told = await house.does(actor, resign, key)
  await house.does(officer, announceResignation, { cell, matter: told.matter, on })
  const resignation = await takeRecord(house, officer, told)
  expect(linesOf(resignation)).toEqual([['决定日期', on]])
  expectEveryChangeFound(resignation)
})
