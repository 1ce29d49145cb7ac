import { expect, test } from 'vitest'
import { holidaysOf, kindOf, painted, paintFault, toSend, weeksOf, type YearDays } from './year-days.ts'

const none: YearDays = new Map()

test('the weeks of a month begin on Monday and hold each of its days once', () => {
  const weeks = weeksOf(2026, 2)
  expect(weeks[0]?.indexOf('2026-02-01')).toBe(6)
  expect(weeks.flat().filter(Boolean)).toHaveLength(28)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})

test('a day is marked by a click and unmarked by another; a weekend day off stays a weekend day with a name', () => {
  const once = painted(none, '2027-01-02', 'adjusted_rest', '元旦')
  expect(once.get('2027-01-02')).toEqual({ kind: 'weekend', name: '元旦' })
  expect(painted(once, '2027-01-02', 'adjusted_rest', '元旦')).toEqual(none)
  expect(kindOf(painted(none, '2027-01-04', 'adjusted_rest', ''), '2027-01-04')).toBe('adjusted_rest')
})

test('only a weekend day can be made up', () => {
  expect(paintFault('2027-01-04', 'makeup_workday')).toBe('fits.weekend')
  expect(paintFault('2027-01-03', 'makeup_workday')).toBeNull()
})

test('the holidays of a year are said by their first and last day, with the days made up for them', () => {
  const days: YearDays = new Map([
    ['2027-01-01', { kind: 'statutory', name: '元旦' }],
    ['2027-01-02', { kind: 'weekend', name: '元旦' }],
    ['2027-01-10', { kind: 'makeup_workday', name: '元旦' }],
    ['2027-05-01', { kind: 'statutory', name: '劳动节' }],
  ])
  expect(holidaysOf(days)).toEqual([
    { name: '元旦', from: '2027-01-01', to: '2027-01-02', makeUp: ['2027-01-10'] },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-01', makeUp: [] },
  ])
})

test('a place sends only what differs from the country, in the order of days', () => {
  const country = painted(none, '2027-01-01', 'statutory', '元旦')
  const place = painted(painted(country, '2027-04-09', 'statutory', '三月三'), '2027-04-08', 'statutory', '三月三')
  expect(toSend(place, country).map(({ day }) => day)).toEqual(['2027-04-08', '2027-04-09'])
  expect(toSend(place, null)).toHaveLength(3)
})
