import { expect, test } from 'vitest'
import { makeElections } from '../../tests/elections.ts'
import { openHouse } from '../../tests/house.ts'
import { expectEveryChangeFound, linesOf, takeRecord, titlesOf } from '../../tests/records.ts'
import { approveResult } from './commands/approve-result.ts'
import { enterCount } from './commands/enter-count.ts'
import { proposeRemoval } from './commands/propose-removal.ts'
import { recordRemovalVote } from './commands/record-removal-vote.ts'

const house = await openHouse()
const { shop, township } = house.units
const officer = await house.officer(shop, 'grassroots_officer')
const above = await house.officer(township)
const names = ['王一', '丁二', '李三', '张四', '欧阳五', '万六', '龙七', '魏八', '戴九', '卜十', '马十一', '史十二']

const elections = makeElections(house, shop, officer, above)
await elections.onRoll(names)

test('the record of an election has the plan, who stood, what each teller counted, who was elected and the approval (ELE-35, ELE-58, ELE-40)', async () => {
  const reported = await elections.until('reported', names)
  await house.does(above, approveResult, { ...elections.key(reported), documentNumber: '工组〔2026〕8号' })

  const record = await takeRecord(house, officer, reported)

  expect(titlesOf(record)).toEqual(
    expect.arrayContaining(['方案', '候选人', '会议', '委员第 1 轮：第一次投票', '主席第 1 轮：第一次投票', '结果']),
  )
  expect(linesOf(record)).toEqual(
    expect.arrayContaining([
      ['会议地点', '二楼会议室'],
      ['王一', expect.stringContaining('委员、主席；兼职')],
      ['应到', '12'],
      ['实到', '11'],
      ['表决方式', '无记名投票'],
      ['计票人 计票人甲', '到场 11，发出 11，收回 11，无效 0'],
      ['计票人 计票人乙：王一', '赞成 11，反对 0，弃权 0'],
      ['主席当选', '王一（11 票）'],
      ['批复文号', '工组〔2026〕8号'],
    ]),
  )
  expectEveryChangeFound(record)
})

test('what one teller counted is in no record before the other has counted (ELE-58)', async () => {
  house.moveTo('2026-03-02T09:00:00+08:00')
  const view = await elections.until('counting', names)
  const round = view.contests.find(({ body }) => body === 'chair')?.rounds.at(-1)
  await house.does(officer, enterCount, {
    ...{ ...elections.key(view), body: 'chair', round: 1, teller: 1, tellerName: '计票人甲' },
    ...{ present: 11, issued: 11, returned: 11, invalid: 0 },
    votes: (round?.candidates ?? []).map((candidate, at) => ({
      candidate,
      yes: at === 0 ? 11 : 0,
      no: at === 0 ? 0 : 11,
      abstain: 0,
    })),
  })

  const record = await takeRecord(house, officer, view)

  expect(record.json).not.toContain('计票人甲')
})

test('the record of a removal has its grounds and the vote with the votes it needed (ELE-41)', async () => {
  const removal = { name: '王一', post: 'chair', electorate: 'members', reason: '长期不履行职责' }
  const { cell, matter } = await house.does(officer, proposeRemoval, { unit: shop.id, ...removal })
  await house.does(officer, recordRemovalVote, { cell, matter, heldOn: '2026-03-02', all: 10, yes: 9 })

  const record = await takeRecord(house, officer, { cell, matter })

  expect(linesOf(record)).toEqual([
    ['姓名', '王一'],
    ['职务', '主席'],
    ['理由', '长期不履行职责'],
    ['由谁表决', '会员大会'],
    ['召开日期', '2026-03-02'],
    ['全体应参加表决', '10'],
    ['赞成罢免', '9'],
    ['至少要赞成', expect.any(String)],
  ])
  expectEveryChangeFound(record)
})
