import { expect, test } from 'vitest'
import { checkStyle } from './check-style.ts'

const broken = (path: string, text: string) => checkStyle(new Map([[path, text]])).map((fault) => fault.rule)

test.each([
  ['kernel/http/server.ts', 'const port = process.env.PORT'],
  ['modules/people/rules.ts', `const port = process['env'].PORT`],
  ['apps/server/app.ts', `import { env } from 'node:process'`],
  ['apps/server/app.ts', 'const { env } = process'],
])('%s does not read the environment by %s', (path, text) => {
  expect(broken(path, text)).toEqual(['environment'])
})

test.each([
  ['kernel/config.ts', 'export const read = () => process.env'],
  ['tools/check.ts', 'process.env.CI'],
  ['kernel/config.test.ts', 'process.env.CI'],
  ['kernel/http/server.ts', '// process.env is read elsewhere'],
  ['apps/member/src/a.ts', 'const mode = import.meta.env.MODE'],
])('%s may hold %s', (path, text) => {
  expect(broken(path, text)).toEqual([])
})

test.each([
  'test.skip(',
  'it.only(',
  'it.todo(',
  'describe.concurrent.skip(',
  'test.skipIf(ci)(',
  'test.fixme(',
  'xit(',
])('a test is not switched off by %s', (call) => {
  expect(broken('kernel/a.test.ts', `${call}'x', () => {})`)).toEqual(['skipped_test'])
})

test.each([
  ['unfinished', 'kernel/a.ts', '// TODO: later'],
  ['machine', 'docs/a.md', 'see /work/main/kernel'],
  ['machine', 'kernel/a.ts', `const key = '/root/.ssh'`],
  ['lockfile', 'package-lock.json', '      "resolved": "http://127.0.0.1:4873/antd/-/antd-6.0.0.tgz",'],
])('%s: %s does not hold %s', (rule, path, text) => {
  expect(broken(path, text)).toEqual([rule])
})

test('a lockfile may link to a workspace', () => {
  expect(broken('package-lock.json', '      "resolved": "packages/codes",')).toEqual([])
})

test.each([
  'kernel/Config.ts',
  'kernel/field_cipher.ts',
  'modules/people/findPerson.ts',
  'modules/people/Commands/a.ts',
  'modules/people/migrations/create_person.SQL',
])('%s is not a name for a file', (path) => {
  expect(broken(path, '')).toEqual(['file_name'])
})

test.each([
  'kernel/config.ts',
  'kernel/config.test.ts',
  'modules/people/migrations/202603011000_create_person.sql',
  'docs/ARCHITECTURE.md',
  'README.zh-CN.md',
  'LICENSE',
  '.editorconfig',
  '.ci/run',
  'apps/console/src/people/routes/$person.tsx',
  'modules/organization/reference/data/villages-2023/36.txt.br',
])('%s is a name for a file', (path) => {
  expect(broken(path, '')).toEqual([])
})
