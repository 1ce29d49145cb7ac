import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listFiles } from '../../tools/source-files.ts'
import { say, words } from './words.ts'

const root = new URL('../..', import.meta.url).pathname
const sources = listFiles(root)
  .filter((path) => /^(kernel|modules|apps\/server)\/.*\.ts$/.test(path) && !/\.test\.ts$|\/bench\//.test(path))
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'))

const found = (pattern: RegExp) => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))),
]

test('every refusal has a title and says what to do, in both languages', () => {
  for (const code of Object.keys(words.refusals)) {
    for (const texts of [words.zh, words.en]) {
      const [title = '', detail = ''] = (texts[code] ?? '').split('\n')
      expect([code, title.length > 1, detail.length > 3]).toEqual([code, true, true])
    }
  }
})

test('both languages have the same texts with the same variables', () => {
  const variables = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

  expect(Object.keys(words.en).sort()).toEqual(Object.keys(words.zh).sort())
  for (const [key, text] of Object.entries(words.zh))
    expect([key, variables(words.en[key] ?? '')]).toEqual([key, variables(text)])
})

test('whatever the code refuses stands in a table of refusals', () => {
  const refused = found(/new Refusal\(\s*'([a-z_.]+)'/g)

  expect(refused.length).toBeGreaterThan(20)
  expect(refused.filter((code) => !(code in words.refusals))).toEqual([])
})

test('every fault of a field that the code names has its words', () => {
  const named = found(/code: '((?:kernel|people|organization|membership|matter)\.[a-z_A-Z.]+)'/g)

  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((code) => !(code in words.zh))).toEqual([])
})

test('every message that is left in an inbox has a title and a text', () => {
  const kinds = found(/'(membership\.message\.[a-z_]+)'/g)

  expect(kinds.length).toBeGreaterThan(3)
  for (const kind of kinds)
    for (const part of ['title', 'text'])
      expect([kind, part, `${kind}.${part}` in words.zh]).toEqual([kind, part, true])
})

test('a variable that is itself the key of a text is said too', () => {
  const [reason, unit] = ['membership.reason.details_missing', '沙面制衣厂工会']

  expect(say('zh', 'membership.message.returned.text', { unit, reason })).toContain('材料不完整')
  expect(say('en', 'membership.message.returned.text', { unit, reason })).toContain('details are missing')
})
