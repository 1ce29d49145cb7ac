import { addDays } from '@gongqiao/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateStopped, endOfTerm, isCaretaker, latestExtension, reminderDue, termState } from './term.ts'

const term = { endsOn: '2026-06-14', extendedUntil: null }

test('ELE-04: elected 2023-06-15 for three years ends 2026-06-14, and is extended to 2026-12-14 at the latest', () => {
  expect(endOfTerm('2023-06-15', 3)).toBe('2026-06-14')
  expect(latestExtension('2026-06-14')).toBe('2026-12-14')
})

test('a term begun on a leap day ends the day before the month’s last (T-02)', () => {
  expect(endOfTerm('2024-02-29', 3)).toBe('2027-02-27')
  expect(endOfTerm('2024-02-29', 5)).toBe('2029-02-27')
})

test('a term runs, nears its end from T−180, is overdue at T+1, and extended only by an approval (ELE-04)', () => {
  expect(termState(term, addDays(term.endsOn, -181))).toBe('running')
  expect(termState(term, addDays(term.endsOn, -180))).toBe('ending')
  expect(termState(term, term.endsOn)).toBe('ending')
  expect(termState(term, '2026-06-15')).toBe('overdue')
  const extended = { ...term, extendedUntil: '2026-12-14' }
  expect(termState(extended, '2026-06-15')).toBe('extended')
  expect(termState(extended, '2026-12-15')).toBe('overdue')
})

test('a post is a caretaker’s from the day after, never before, and never without a term (ORG-05)', () => {
  expect(isCaretaker('2026-06-14', '2026-06-14')).toBe(false)
  expect(isCaretaker('2026-06-14', '2026-06-15')).toBe(true)
  expect(isCaretaker(null, '2026-06-15')).toBe(false)
})

test('no certificate from T+183 without an approval (ELE-04)', () => {
  expect(certificateStopped(term, addDays(term.endsOn, 182))).toBe(false)
  expect(certificateStopped(term, addDays(term.endsOn, 183))).toBe(true)
  expect(certificateStopped({ ...term, extendedUntil: '2026-12-14' }, '2026-12-14')).toBe(false)
})

test('reminders come at T−180, T−90 and T−30, each once; whoever missed some gets the nearest alone (ELE-04)', () => {
  expect(reminderDue(term.endsOn, [], addDays(term.endsOn, -181))).toBeUndefined()
  expect(reminderDue(term.endsOn, [], addDays(term.endsOn, -180))).toBe(180)
  expect(reminderDue(term.endsOn, [180], addDays(term.endsOn, -91))).toBeUndefined()
  expect(reminderDue(term.endsOn, [180], addDays(term.endsOn, -90))).toBe(90)
  expect(reminderDue(term.endsOn, [], addDays(term.endsOn, -10))).toBe(30)
  expect(reminderDue(term.endsOn, [30], addDays(term.endsOn, -10))).toBeUndefined()
  expect(reminderDue(term.endsOn, [], '2026-06-15')).toBeUndefined()
})

test('day by day through a term no reminder is given twice, and three in all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (begin) => {
      const given: number[] = []
      for (let before = 200 + begin; before >= 0; before--) {
        const due = reminderDue(term.endsOn, given, addDays(term.endsOn, -before))
        if (due !== undefined) given.push(due)
      }
      expect(given).toEqual([180, 90, 30])
    }),
    { numRuns: 20 },
  )
})
