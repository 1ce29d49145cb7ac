import { expect, test } from 'vitest'
import { clockOf, hasEnded, matter, openSteps, stepFrom } from './matter.ts'

const wish = matter({
  name: 'house.wish',
  initial: 'asked',
  states: {
    asked: {
      clock: 'HOUSE-1',
      steps: {
        grant: { to: 'granted', who: 'officer', basis: 'rule 1' },
        withdraw: { to: 'withdrawn', who: 'person' },
        lapse: { to: 'withdrawn', who: 'system' },
      },
    },
    granted: { steps: {} },
    withdrawn: { steps: {} },
  },
})

test('a step leads where its state says, and is not there in another', () => {
  expect(stepFrom(wish, 'asked', 'grant')).toEqual({ to: 'granted', who: 'officer', basis: 'rule 1' })
  expect(stepFrom(wish, 'granted', 'grant')).toBeUndefined()
  expect(stepFrom(wish, 'nowhere', 'grant')).toBeUndefined()
  expect(stepFrom(wish, 'asked', 'toString')).toBeUndefined()
})

test('each sees the steps that are theirs to take', () => {
  expect(openSteps(wish, 'asked', 'person')).toEqual(['withdraw'])
  expect(openSteps(wish, 'asked', 'officer')).toEqual(['grant'])
  expect(openSteps(wish, 'asked', 'system')).toEqual(['lapse'])
  expect(openSteps(wish, 'granted', 'person')).toEqual([])
})

test('a matter has ended where no step is left', () => {
  expect([hasEnded(wish, 'asked'), hasEnded(wish, 'granted')]).toEqual([false, true])
})

test('a definition that cannot work is refused when it is loaded', () => {
  const open = { clock: 'HOUSE-1', steps: { end: { to: 'done', who: 'person' as const } } }

  expect(() => matter({ name: 'm', initial: 'gone', states: { open, done: { steps: {} } } })).toThrow('no state gone')
  expect(() => matter({ name: 'm', initial: 'open', states: { open } })).toThrow('m.open.end: no state done')
  expect(() => matter({ name: 'm', initial: 'open', states: { open, done: { clock: 'X', steps: {} } } })).toThrow(
    'an ended matter has no clock',
  )
  expect(() =>
    matter({ name: 'm', initial: 'open', states: { open: { steps: open.steps }, done: { steps: {} } } }),
  ).toThrow('an open matter has a clock')
})

test('a state runs its own clock, or one of those it names beside it, and no other', () => {
  const triage = matter({
    name: 'house.triage',
    initial: 'open',
    states: {
      open: { clock: 'HOUSE-1', clocks: ['HOUSE-9'], steps: { end: { to: 'done', who: 'officer' } } },
      done: { steps: {} },
    },
  })

  expect(clockOf(triage, 'open')).toBe('HOUSE-1')
  expect(clockOf(triage, 'open', 'HOUSE-9')).toBe('HOUSE-9')
  expect(clockOf(triage, 'done')).toBeUndefined()
  expect(() => clockOf(triage, 'open', 'HOUSE-2')).toThrow('house.triage.open has no clock HOUSE-2')
})
