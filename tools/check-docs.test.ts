import { expect, test } from 'vitest'
import { checkDocs } from './check-docs.ts'
import { citedRules } from './rule-ids.ts'

function found(files: Record<string, string>): string[] {
  return checkDocs(new Map(Object.entries(files)), Object.keys(files)).map(({ rule, place }) => `${rule} ${place}`)
}

test('links to files, folders and headings that are there pass', () => {
  const page = [
    '# The house',
    '[map](docs/map.md), [top](#the-house), [part](docs/map.md#two-words-和-more), [modules](modules/), [site](https://example.org/x)',
    '![picture](docs/picture.png "a picture") <img src="docs/picture.png">',
    '[map]: docs/map.md',
    '`[not](a-link.md)`',
    '```',
    '[not](a-link.md)',
    '```',
  ].join('\n')
  const map = '## Two words, 和 *more*\n[back](../README.md) [root](/README.md)'

  expect(
    found({ 'README.md': page, 'docs/map.md': map, 'docs/picture.png': '', 'modules/people/README.md': '' }),
  ).toEqual([])
})

test('a link to nothing and an anchor to no heading are told with their line', () => {
  const page = '# A\n\n[gone](docs/gone.md)\n[where](#b)\n![no](no.png)'

  expect(found({ 'README.md': page })).toEqual(['link README.md:3', 'anchor README.md:4', 'link README.md:5'])
})

test('two headings of one name have two anchors', () => {
  expect(found({ 'a.md': '# A\n# A\n[one](#a) [two](#a-1) [three](#a-2)' })).toEqual(['anchor a.md:3'])
})

test('a module without its page is told', () => {
  expect(found({ 'modules/people/rules.ts': '' })).toEqual(['module_page modules/people/README.md'])
})

test('a cited rule is explained', () => {
  const files = {
    'kernel/clock/a.ts': '/** @see MEM-11 */',
    'modules/people/README.md': 'see T-CAL-05',
    'modules/people/a.sql': '-- RP-M-04',
    'docs/regulations.md': '### MEM-11\n### T-CAL-05',
  }

  expect(found(files)).toEqual(['unknown_rule modules/people/a.sql:1'])
})

test('a name of a standard is no rule, and a worked example is one only where days are computed', () => {
  const cited = citedRules(
    new Map([
      ['kernel/crypto/a.ts', 'SHA-256 UTF-8 AES-256 HMAC-SHA-256 GB-11643 X7 ERROR-T-12'],
      ['packages/calendar/a.test.ts', 'X7, X22 and X23'],
    ]),
  )

  expect([...cited.keys()]).toEqual(['X7', 'X22'])
})
