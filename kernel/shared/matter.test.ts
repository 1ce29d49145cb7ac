import { expect, test } from 'vitest'
import { clockOf, hasEnded, matter, openSteps, stepFrom, waitsForPerson } from './matter.ts'

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

/** A definition with everything a step may say. */
const plea = {
  name: 'house.plea',
  initial: 'asked',
  states: {
    asked: {
      clock: 'HOUSE-1',
      pause: ['proof_awaited'],
      steps: { answer: { to: 'answered', who: 'officer', sign: 'all', reasons: ['granted', 'refused'] } },
    },
    answered: {
      clock: 'HOUSE-2',
      waits: 'person',
      steps: { settle: { to: 'settled', who: 'person' }, object: { to: 'asked', who: 'person', back: true } },
    },
    settled: { steps: { reopen: { to: 'asked', who: 'person', reopen: true } } },
  },
} as const

test('what can only be reopened has ended, and what waits for the person says so', () => {
  const checked = matter(plea)

  expect(Object.keys(checked.states).filter((state) => hasEnded(checked, state))).toEqual(['settled'])
  expect(Object.keys(checked.states).filter((state) => waitsForPerson(checked, state))).toEqual(['answered'])
})

test('a step that says what cannot be is refused when it is loaded', () => {
  const { asked, answered, settled } = plea.states
  const made = (states: object) => () => matter({ ...plea, states: { asked, answered, settled, ...states } })

  expect(made({ answered: { ...answered, steps: { on: { to: 'settled', who: 'person', back: true } } } })).toThrow(
    'leads back to where it never was',
  )
  expect(made({ asked: { ...asked, steps: { answer: { ...asked.steps.answer, reasons: [] } } } })).toThrow(
    'reasons are at least one',
  )
  expect(made({ answered: { ...answered, steps: { settle: { to: 'settled', who: 'person', sign: 'any' } } } })).toThrow(
    'posts sign what an officer takes',
  )
  expect(made({ asked: { ...asked, steps: { ...asked.steps, again: settled.steps.reopen } } })).toThrow(
    'the person takes up again what had ended',
  )
  expect(made({ settled: { ...settled, waits: 'person' } })).toThrow('an ended matter waits for nobody')
})
