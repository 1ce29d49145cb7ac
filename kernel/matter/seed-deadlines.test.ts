import { expect, test } from 'vitest'
import { openHouse } from '../../tests/house.ts'
import { inTransaction } from '../database/tx.ts'
import { keepDeadlineRules, type NewDeadlineRule } from './seed-deadlines.ts'

const house = await openHouse()

const rule: NewDeadlineRule = {
  id: 'TEST-REPLY',
  article: '测试办法第三条',
  wordsZh: '5 个工作日内答复',
  wordsEn: 'Answered within 5 working days',
  length: 5,
  unit: 'workday',
  roll: false,
  side: 'duty',
  confidence: 'REC',
  from: '2020-01-01',
}
const keep = (...rules: readonly NewDeadlineRule[]) =>
  inTransaction(house.services.pool, undefined, (tx) => keepDeadlineRules(tx, rules))
const standing = (id: string) =>
  house.rows(
    `select words_en, effective_from::text, effective_to::text, xmin::text as written from kernel.deadline_rule where id = $1 order by 2`,
    [id],
  )

test('a rule that is new is written, one that says nothing new is left alone, and one the code changed is written over', async () => {
  expect(await keep(rule)).toBe(1)
  const first = await standing(rule.id)

  expect(await keep(rule)).toBe(0)
  expect(await standing(rule.id)).toEqual(first)
  expect(await keep({ ...rule, wordsEn: 'Answered in a week' })).toBe(1)

  expect(await standing(rule.id)).toMatchObject([{ words_en: 'Answered in a week' }])
})

test('a rule that the installation edited or ended stays, whatever the code says later; its own rows too', async () => {
  const [edited, ended] = [
    { ...rule, id: 'TEST-EDITED' },
    { ...rule, id: 'TEST-ENDED' },
  ]
  await keep(edited, ended)
  await house.rows(`update kernel.deadline_rule set words_en = 'Our own words' where id = 'TEST-EDITED'`)
  await house.rows(`update kernel.deadline_rule set effective_to = '2026-12-31' where id = 'TEST-ENDED'`)
  await house.rows(
    `insert into kernel.deadline_rule select id, region, article, words_zh, 'Ours from 2027', length, unit, roll, side, confidence,
       '2027-01-01' from kernel.deadline_rule where id = 'TEST-ENDED'`,
  )

  const changed = await keep(...[edited, ended].map((one) => ({ ...one, wordsEn: 'Answered in a week' })))

  expect(changed).toBe(0)
  expect(await standing('TEST-EDITED')).toMatchObject([{ words_en: 'Our own words' }])
  expect(await standing('TEST-ENDED')).toMatchObject([
    { words_en: rule.wordsEn, effective_to: '2026-12-31' },
    { words_en: 'Ours from 2027' },
  ])
})

test('a row from before it was kept apart is taken for the code’s where it says the same, and for an edit where it does not', async () => {
  const [same, other] = [
    { ...rule, id: 'TEST-SAME' },
    { ...rule, id: 'TEST-OTHER' },
  ]
  await keep(same, { ...other, length: 9 })
  await house.rows(`update kernel.deadline_rule set shipped = null where id in ('TEST-SAME', 'TEST-OTHER')`)

  expect(await keep(same, other)).toBe(1)

  expect(
    await house.rows(
      `select id, length from kernel.deadline_rule where id in ('TEST-SAME', 'TEST-OTHER') and shipped is not null`,
    ),
  ).toEqual([{ id: 'TEST-SAME', length: 5 }])
})
