import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { languageOf, problemOf, type Words } from './problem.ts'

const words: Words = {
  refusals: {
    'house.shut': { status: 409, basis: '门规 §1' },
    'house.wrong': { status: 422 },
    'house.bare': { status: 404 },
  },
  zh: {
    'house.shut': '门关着\n请到 {door} 再试。\n或者打电话。',
    'house.wrong': '有几处不对\n请改。',
    'house.bare': '没有',
    'house.too_short': '至少 {limit} 个字',
  },
  en: {
    'house.shut': 'Shut\nPlease try {door}.',
    'house.wrong': 'Wrong\nPlease mend.',
    'house.too_short': 'At least {limit}',
  },
}

test('a refusal is told with title, what to do, status, code and the article behind it', () => {
  expect(problemOf(new Refusal('house.shut', { variables: { door: '东门' } }), 'zh', words)).toEqual({
    type: 'https://gongqiao.invalid/problems/house.shut',
    title: '门关着',
    status: 409,
    code: 'house.shut',
    detail: '请到 东门 再试。\n或者打电话。',
    basis: '门规 §1',
  })
})

test('every wrong field is told in words of the reader’s language, with its limit', () => {
  const refusal = new Refusal('house.wrong', {
    faults: [{ field: '/name', code: 'house.too_short', variables: { limit: 2 } }],
    about: { left: 3 },
  })

  expect(problemOf(refusal, 'zh', words).faults).toEqual([
    { field: '/name', code: 'house.too_short', text: '至少 2 个字' },
  ])
  expect(problemOf(refusal, 'en', words)).toMatchObject({
    title: 'Wrong',
    faults: [{ text: 'At least 2' }],
    about: { left: 3 },
  })
})

test('a refusal of one line is its own detail, and says nothing that it has not', () => {
  expect(problemOf(new Refusal('house.bare'), 'zh', words)).toEqual({
    type: 'https://gongqiao.invalid/problems/house.bare',
    title: '没有',
    status: 404,
    code: 'house.bare',
    detail: '没有',
  })
})

test('a refusal that stands in no table is a mistake of ours', () => {
  expect(() => problemOf(new Refusal('house.unknown'), 'zh', words)).toThrow('refusal house.unknown stands in no table')
})

test('English is spoken to who asks for it first, Chinese to everybody else', () => {
  const asked = {
    'en-GB,en;q=0.9': 'en',
    EN: 'en',
    'en, zh': 'en',
    'zh-CN,zh;q=0.9,en;q=0.8': 'zh',
    'fr, en': 'en',
    fr: 'zh',
    '': 'zh',
    length: 'zh',
  }

  for (const [header, language] of Object.entries(asked))
    expect([header, languageOf(header)]).toEqual([header, language])
  expect(languageOf(undefined)).toBe('zh')
})
