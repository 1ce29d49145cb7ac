import { expect, test } from 'vitest'
import { dayAfter, standingOf, workdaysIn } from './due.ts'

/** Monday to Friday, with the make-up Saturday of 2026-02-14 and the holiday week after it. */
const isWorkday = (day: string) => {
  if (day === '2026-02-14') return true
  if (day >= '2026-02-15' && day <= '2026-02-23') return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

test('what is left is counted in working days, make-up Saturdays in and holidays out', () => {
  expect(workdaysIn('2026-02-13', '2026-02-24', isWorkday)).toBe(2)
  expect(standingOf('2026-02-13', '2026-02-24', false, isWorkday)).toEqual({ is: 'left', workdays: 2, soon: true })
})

test('a clock is running out from three working days on', () => {
  expect(standingOf('2026-03-02', '2026-03-05', false, isWorkday)).toMatchObject({ workdays: 3, soon: true })
  expect(standingOf('2026-03-02', '2026-03-06', false, isWorkday)).toMatchObject({ workdays: 4, soon: false })
})

test('the due day itself is not late', () => {
  expect(standingOf('2026-03-05', '2026-03-05', false, isWorkday)).toEqual({ is: 'today' })
})

test("the server's word that it is late wins over this computer's clock", () => {
  expect(standingOf('2026-03-04', '2026-03-05', true, isWorkday)).toEqual({ is: 'late', workdays: 1 })
  expect(standingOf('2026-03-09', '2026-03-05', true, isWorkday)).toEqual({ is: 'late', workdays: 2 })
})

test('late over a weekend is still late by one day', () => {
  expect(standingOf('2026-03-08', '2026-03-06', false, isWorkday)).toEqual({ is: 'late', workdays: 1 })
})

test('days roll over months and years', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  expect(dayAfter('2028-02-28')).toBe('2028-02-29')
})
