import { expect, test } from 'vitest'
import { checkBoundaries, readBoundaryRules } from './check-boundaries.ts'

const rules = readBoundaryRules()

/** The rules that a house of these files breaks. */
function broken(files: Record<string, string>): string[] {
  return checkBoundaries(new Map(Object.entries(files)), rules).map((fault) => fault.rule)
}

const one = (path: string, line: string) => broken({ [path]: line })

test.each([
  ['an app uses a module', 'apps/server/app.ts', `import { list } from '@gongqiao/modules/people/index.ts'`],
  ['the server opens routes', 'apps/server/app.ts', `import { routes } from '@gongqiao/modules/people/routes.ts'`],
  [
    'a module uses the kernel',
    'modules/people/queries/find.ts',
    `import { query } from '@gongqiao/kernel/command/query.ts'`,
  ],
  ['a module uses one above it by its door', 'modules/rights/rules.ts', `import { a } from '../people/index.ts'`],
  ['a module uses the words of one above it', 'modules/rights/rules.ts', `import zh from '../people/texts/zh.json'`],
  [
    'a demonstration calls any module',
    'modules/demonstration/commands/seed.ts',
    `import { a } from '../insight/index.ts'`,
  ],
  ['a command uses its rules', 'modules/people/commands/a.ts', `import { r } from '../rules.ts'`],
  ['a command uses another command', 'modules/people/commands/a.ts', `import { b } from './b.ts'`],
  ['a file of another name is free', 'modules/people/commands/a.ts', `import { b } from '../card-number.ts'`],
  ['a test opens what it tests', 'modules/people/rules.test.ts', `import { r } from './routes.ts'`],
  [
    'a screen takes a type from a contract',
    'apps/member/src/a.tsx',
    `import type { A } from '@gongqiao/modules/people/contract.ts'`,
  ],
  [
    'a screen takes a type from a contract of the kernel',
    'apps/member/src/a.tsx',
    `import type { A } from '@gongqiao/kernel/matter/contract.ts'`,
  ],
  [
    'a screen takes values from the machine of a room',
    'apps/member/src/a.tsx',
    `import { transfer } from '@gongqiao/modules/membership/transfer/machine.ts'`,
  ],
  [
    'a screen takes types inline',
    'apps/member/src/a.tsx',
    `import { type A } from '@gongqiao/modules/people/contract.ts'`,
  ],
  ['a screen takes a machine', 'apps/console/src/a.tsx', `import { a } from '@gongqiao/modules/people/machine.ts'`],
  ['a screen uses the shared part', 'apps/member/src/a.tsx', `import { a } from '@gongqiao/kernel/shared/money.ts'`],
  ['a screen uses its kit', 'apps/console/src/people/a.tsx', `import { a } from '../kit/a.tsx'`],
  ['the shared part uses a package', 'kernel/shared/a.ts', `import { a } from '@gongqiao/codes'`],
  ['the console uses a library', 'apps/console/src/a.tsx', `import { Table } from 'antd'`],
])('%s', (_, path, line) => {
  expect(one(path, line)).toEqual([])
})

test.each([
  [
    'direction',
    'the kernel imports a module',
    'kernel/http/a.ts',
    `import { a } from '@gongqiao/modules/people/index.ts'`,
  ],
  [
    'direction',
    'the kernel imports a type of a module',
    'kernel/http/a.ts',
    `import type { A } from '../../modules/people/contract.ts'`,
  ],
  ['direction', 'the shared part imports the kernel', 'kernel/shared/a.ts', `import { a } from '../refusal.ts'`],
  ['direction', 'a module imports an app', 'modules/people/rules.ts', `import { a } from '../../apps/server/app.ts'`],
  [
    'direction',
    'a package imports the kernel',
    'packages/codes/a.ts',
    `export { a } from '@gongqiao/kernel/shared/a.ts'`,
  ],
  [
    'direction',
    'a screen imports the kernel',
    'apps/member/src/a.tsx',
    `import type { A } from '@gongqiao/kernel/shapes.ts'`,
  ],
  [
    'direction',
    'one app imports another',
    'apps/member/src/a.tsx',
    `const a = await import('../../console/src/a.tsx')`,
  ],
  [
    'direction',
    'shared pieces know a module',
    'ui/a.tsx',
    `import type { A } from '@gongqiao/modules/people/contract.ts'`,
  ],
  ['direction', 'the server imports a tool', 'apps/server/a.ts', `import { a } from '../../tools/a.ts'`],
  [
    'module_order',
    'a module imports one below it',
    'modules/people/rules.ts',
    `import { a } from '../rights/index.ts'`,
  ],
  [
    'module_order',
    'a module imports the demonstration',
    'modules/insight/rules.ts',
    `import { a } from '../demonstration/index.ts'`,
  ],
  [
    'unknown_module',
    'a module is not in the list',
    'modules/canteen/rules.ts',
    `import { a } from '../people/index.ts'`,
  ],
  [
    'door',
    'a module is entered by a window',
    'modules/rights/rules.ts',
    `import { a } from '../people/queries/find.ts'`,
  ],
  ['server_only', 'a module opens routes', 'modules/rights/commands/a.ts', `import { a } from '../routes.ts'`],
  [
    'server_only',
    'a module opens the jobs of another',
    'modules/rights/rules.ts',
    `import { a } from '../people/jobs.ts'`,
  ],
  ['inside', 'a machine uses a contract', 'modules/people/machine.ts', `import type { A } from './contract.ts'`],
  ['inside', 'rules use a query', 'modules/people/rules.ts', `import { find } from './queries/find.ts'`],
  ['inside', 'a command goes through the door', 'modules/people/commands/a.ts', `import { b } from '../index.ts'`],
  [
    'screen_values',
    'a screen takes a value from a contract',
    'apps/console/src/a.tsx',
    `import { A } from '@gongqiao/modules/people/contract.ts'`,
  ],
  [
    'screen_values',
    'a screen loads a contract for its effect',
    'apps/console/src/a.tsx',
    `import '@gongqiao/modules/people/contract.ts'`,
  ],
  [
    'screen_values',
    'a screen passes a contract on',
    'apps/console/src/a.tsx',
    `export { A } from '@gongqiao/modules/people/contract.ts'`,
  ],
  [
    'screen_door',
    'a screen imports a command',
    'apps/console/src/a.tsx',
    `import type { A } from '@gongqiao/modules/people/commands/a.ts'`,
  ],
  [
    'screens',
    'screens use those of another module',
    'apps/console/src/rights/a.tsx',
    `import { B } from '../people/b.tsx'`,
  ],
])('%s: %s', (rule, _, path, line) => {
  expect(one(path, line)).toEqual([rule])
})

test('a schema library does not reach the phone, however long the way', () => {
  const files = {
    'apps/member/src/a.tsx': `import { b } from '@gongqiao/modules/people/machine.ts'`,
    'modules/people/machine.ts': `import { c } from '@gongqiao/kernel/shared/c.ts'`,
    'kernel/shared/c.ts': `import { Type } from 'typebox'`,
  }

  const [fault] = checkBoundaries(new Map(Object.entries(files)), rules)

  expect(fault?.message).toBe(
    'typebox reaches the member app by apps/member/src/a.tsx → modules/people/machine.ts → kernel/shared/c.ts',
  )
})

test('a library used for its types only does not reach the phone', () => {
  expect(one('apps/member/src/a.tsx', `import type { Static } from 'typebox'`)).toEqual([])
})

test('a ring of imports is told once, type imports included', () => {
  const files = {
    'kernel/a.ts': `import { b } from './b.ts'`,
    'kernel/b.ts': `import { c } from './c.ts'`,
    'kernel/c.ts': `import type { A } from './a.ts'`,
  }

  expect(broken(files)).toEqual(['ring'])
})

test('a fault names the file, the line and what was written', () => {
  const [fault] = checkBoundaries(new Map([['ui/a.tsx', `\n\nimport a from '@gongqiao/kernel/refusal.ts'`]]), rules)

  expect(fault).toEqual({
    rule: 'direction',
    place: 'ui/a.tsx:3',
    message: 'ui does not use kernel: @gongqiao/kernel/refusal.ts',
  })
})
