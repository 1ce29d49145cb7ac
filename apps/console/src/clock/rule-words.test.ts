import type { RuleVersion } from '@gongqiao/kernel/clock/contract.ts'
import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { expect, test } from 'vitest'
import { amountOf, byRule, foundIn, holidayName, listed } from './rule-words.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

const say = speaker(zh, en)('zh')
const rule: RuleVersion = {
  id: 'DL-ARB-SUE',
  region: '000000',
  article: '《劳动争议调解仲裁法》第四十八条',
  source: '《劳动争议调解仲裁法》',
  wordsZh: '15 日内起诉',
  wordsEn: 'Sue within 15 days',
  event: '收到裁决书',
  length: 15,
  unit: 'day',
  altUnit: null,
  counting: 'after',
  roll: true,
  side: 'right',
  bearer: 'person',
  pauseOn: [],
  extendMax: null,
  onExpire: 'lapses',
  confidence: 'V1',
  from: '2008-05-01',
  to: null,
  own: false,
}

test('a rule is found by its words in either language, its article or its number, all words together', () => {
  const rules = [rule, { ...rule, id: 'MEM-SLA', wordsZh: '审核', side: 'duty' as const }]
  expect(foundIn(rules, '起诉 四十八', 'all')).toEqual([rule])
  expect(foundIn(rules, 'dl-arb', 'all')).toEqual([rule])
  expect(foundIn(rules, 'SUE', 'duty').map(({ id }) => id)).toEqual(['MEM-SLA'])
  expect(foundIn(rules, '没有', 'all')).toEqual([])
})

test('versions of one rule stand together', () => {
  const later = { ...rule, from: '2027-01-01' }
  expect(byRule([later, rule, { ...rule, id: 'X' }]).map((versions) => versions.length)).toEqual([2, 1])
})

test('a length says its unit and how it is counted; what has no word is said as it is', () => {
  expect(amountOf(say, rule)).toBe('15 日')
  expect(amountOf(say, { ...rule, length: 30, counting: 'before_clear' })).toBe('提前满 30 日')
  expect(listed(say, 'bearer', 'person')).toBe('本人')
  expect(listed(say, 'bearer', 'nobody_known')).toBe('nobody_known')
})

test('holidays are called in the reader’s language, and a local one as it is', () => {
  expect(holidayName(speaker(zh, en)('en'), '国庆节、中秋节')).toBe('National Day · Mid-Autumn Festival')
  expect(holidayName(say, '三月三')).toBe('三月三')
})
