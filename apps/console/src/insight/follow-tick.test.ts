import type { Figures, FigureTick } from '@gongqiao/modules/insight/contract.ts'
import { expect, test } from 'vitest'
import { withTick } from './follow-tick.ts'

const unit: Figures['unit'] = {
  id: 'u',
  name: '余姚市总工会',
  shortName: '余姚市',
  level: 'county',
  cell: 330281,
  path: '',
  parent: null,
  divisionCode: null,
  creditCode: null,
  children: 0,
  state: 'active',
}
const figures: Figures = {
  unit,
  onRoll: 10,
  provisional: 2,
  claimed: 6,
  affirmed: 4,
  ownOnRoll: 0,
  ownProvisional: 0,
  ownClaimed: 0,
  ownAffirmed: 0,
  children: [],
  next: null,
  asOf: '2026-03-05T02:00:00.000Z',
}
const tick: FigureTick = {
  onRoll: 11,
  provisional: 1,
  claimed: 7,
  affirmed: 5,
  asOf: '2026-03-05T02:00:01.000Z',
  changed: [],
}

test('a confirmation moves one from provisional onto the roll on the open screen, each figure apart', () => {
  const after = withTick({ pages: [figures] }, tick)
  expect(after.pages[0]).toMatchObject({
    onRoll: 11,
    provisional: 1,
    claimed: 7,
    affirmed: 5,
    asOf: tick.asOf,
  })
})

test('a tick that was overtaken by a fetch does not turn the figures back', () => {
  const held = { pages: [{ ...figures, asOf: '2026-03-05T02:00:02.000Z' }] }
  expect(withTick(held, tick)).toBe(held)
  expect(withTick({ pages: [] }, tick).pages).toEqual([])
})
