import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { referReasons, sendBackReasons } from '../shared/matter.ts'
import { commonWords } from './common-words.ts'

const folder = import.meta.dirname

test('every step that any matter may go through, and every reason of a referral, has its words', () => {
  const sources = globSync('{*,commands/*}.ts', { cwd: folder }).filter((name) => !name.endsWith('.test.ts'))
  const marked = sources.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\.mark\(\s*[\w.]+, '(\w+)'/g)].map((match) => match[1]),
  )

  expect(new Set(marked).size).toBeGreaterThan(4)
  for (const step of [
    ...marked,
    'open',
    'refer',
    'send_back',
    'dispute',
    'agree',
    'refuse',
    'accept_silently',
    'escalate',
  ])
    expect([step, `step.${step}` in commonWords.zh]).toEqual([step, true])
  for (const reason of [...referReasons, ...sendBackReasons])
    expect(commonWords.en).toHaveProperty([`reason.${reason}`])
})
