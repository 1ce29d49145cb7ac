import { expect, test } from 'vitest'
import {
  daysBetween,
  formatCardNumber,
  formatDay,
  formatDays,
  formatInstant,
  formatNumber,
  formatUntil,
  formatWorkdays,
} from './format.ts'

test("dates follow the reader's convention, without leading zeros", () => {
  expect(formatDay('2026-03-05', 'zh')).toBe('2026年3月5日')
  expect(formatDay('2026-03-05', 'en')).toBe('5 March 2026')
  expect(formatDay('soon', 'en')).toBe('soon')
})

test("instants are told in China's legal time wherever the phone is", () => {
  expect(formatInstant('2026-03-04T17:05:00Z', 'zh')).toBe('2026年3月5日 01:05')
  expect(formatInstant('2026-03-04T17:05:00Z', 'en')).toBe('5 March 2026, 01:05')
})

test('numbers are grouped by three', () => {
  expect([0, 12, 999, 1000, 103482, 1234567.5, -1000].map(formatNumber)).toEqual([
    '0',
    '12',
    '999',
    '1,000',
    '103,482',
    '1,234,567.5',
    '-1,000',
  ])
})

test('day counts have their own words for one, today and late', () => {
  expect(formatDays(1, 'en')).toBe('1 day')
  expect(formatWorkdays(15, 'zh')).toBe('15 个工作日')
  expect(formatWorkdays(15, 'en')).toBe('15 working days')
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  expect(['2026-03-05', '2026-03-08', '2026-03-03'].map((due) => formatUntil('2026-03-05', due, 'zh'))).toEqual([
    '今天到期',
    '还有 3 天',
    '已过 2 天',
  ])
  expect(formatUntil('2026-03-05', '2026-03-06', 'en')).toBe('1 day left')
})

test('a card number reads in groups of four', () => {
  expect(formatCardNumber('823044179052')).toBe('8230 4417 9052')
  expect(formatCardNumber('8230441790')).toBe('8230 4417 90')
})
