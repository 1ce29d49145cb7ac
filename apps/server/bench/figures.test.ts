import { expect, test } from 'vitest'
import { figureOf, median, percentile, ratioOfRounds, tableOf } from './figures.ts'

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([7])).toBe(7)
  expect(() => median([])).toThrow(RangeError)
})

test('a percentile is the nearest rank: a value that was measured, never one in between', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  expect(percentile(hundred, 95)).toBe(95)
  expect(percentile(hundred, 100)).toBe(100)
  expect(percentile([10, 20], 50)).toBe(10)
  expect(percentile([10, 20], 51)).toBe(20)
  expect(() => percentile([], 95)).toThrow(RangeError)
  expect(() => percentile([1], 0)).toThrow(RangeError)
})

test('a ratio compares each round with the reference next to it, and is above 1 where the value is better', () => {
  expect(ratioOfRounds([50, 10, 60], [100, 100, 100], 'more')).toBe(0.5)
  expect(ratioOfRounds([4], [2], 'less')).toBe(0.5)
  expect(() => ratioOfRounds([1, 2], [1], 'more')).toThrow(RangeError)
})

test('a line has the eight fields that readers of the JSON rely on', () => {
  const figure = figureOf({
    name: 'join.http',
    unit: 'joins/s',
    better: 'more',
    rounds: [510, 490, 500],
    reference: { name: 'join.sql', rounds: [1000, 1000, 1000] },
    bar: { atLeastTimes: 0.5 },
  })

  expect(figure).toEqual({
    name: 'join.http',
    value: 500,
    unit: 'joins/s',
    reference: 'join.sql',
    referenceValue: 1000,
    ratio: 0.5,
    bar: '≥ 0.5 × join.sql',
    ok: true,
  })
})

test('a line with two bars is good only when it reaches both', () => {
  const measured = { name: 'list.county', unit: 'ms', better: 'less' as const, bar: { atMost: 10, atLeastTimes: 0.5 } }
  const judged = (value: number, reference: number) =>
    figureOf({ ...measured, rounds: [value], reference: { name: 'member.by_key', rounds: [reference] } }).ok

  expect(judged(10, 5)).toBe(true)
  expect(judged(10.1, 9)).toBe(false)
  expect(judged(4, 1.9)).toBe(false)
})

test('a line without a reference says so with nulls', () => {
  const figure = figureOf({ name: 'start.again', unit: 's', better: 'less', rounds: [3.2], bar: { atMost: 4 } })

  expect(figure).toMatchObject({ reference: null, referenceValue: null, ratio: null, bar: '≤ 4 s', ok: true })
})

test('the table has a line for each figure under one heading, and marks what misses its bar', () => {
  const missed = figureOf({ name: 'start.first', unit: 's', better: 'less', rounds: [25], bar: { atMost: 20 } })

  expect(tableOf([missed]).split('\n')).toEqual([
    '   name         value  reference  ratio  bar',
    '✗  start.first  25 s                     ≤ 20 s',
  ])
})

test('a bar of at least so much is passed by so much', () => {
  const measured = { name: 'export.rows', unit: 'rows/s', better: 'more' as const, bar: { atLeast: 10_000 } }

  expect(figureOf({ ...measured, rounds: [10_000] })).toMatchObject({ ok: true, bar: '≥ 10000 rows/s' })
  expect(figureOf({ ...measured, rounds: [9_999] }).ok).toBe(false)
})
