import { expect, test } from 'vitest'
import { lagsOf } from './lags.ts'

const tick = (at: number, provisional: number) => ({ at, data: { provisional } })

test('a join waits until the figure has counted as many joins as were sent by then', () => {
  const ticks = [tick(0, 40), tick(130, 41), tick(250, 43)]

  expect(lagsOf({ sentAt: [100, 110, 120], ticks })).toEqual([30, 140, 130])
})

test('joins that were sent out of turn are taken in the order of their sending', () => {
  expect(lagsOf({ sentAt: [120, 100], ticks: [tick(0, 0), tick(110, 1), tick(150, 2)] })).toEqual([10, 30])
})

test('a join that no event ever counted is a fault, not a good figure', () => {
  expect(() => lagsOf({ sentAt: [1, 2], ticks: [tick(0, 7), tick(5, 8)] })).toThrow('only 1 of 2')
  expect(() => lagsOf({ sentAt: [1], ticks: [] })).toThrow()
})
