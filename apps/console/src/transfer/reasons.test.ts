import { incoming, transfer } from '@gongqiao/modules/membership/machine.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { expect, test } from 'vitest'

test('every step of a transfer and every reason for which it stops has words in both languages, and no code is shown', () => {
  const steps = [transfer, incoming].flatMap(({ states }) =>
    Object.values(states).flatMap((state) => Object.entries(state.steps)),
  )
  const reasons = new Set(steps.flatMap(([, step]) => ('reasons' in step ? [...step.reasons] : [])))
  // A transfer goes along where one of its unions goes on as another one.
  const names = new Set(['ask', 'move', ...steps.map(([name]) => name)])
  expect(reasons.size).toBeGreaterThan(10)
  for (const language of ['zh', 'en'] as const) {
    for (const reason of reasons) expect(nameOf(language, 'reason', reason)).not.toBe(reason)
    for (const name of names) expect(nameOf(language, 'step', name)).not.toBe(name)
  }
})
