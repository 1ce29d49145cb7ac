import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { expect, test } from 'vitest'
import { boundsOf, measures, stepOf, stepsOf } from './map-measures.ts'
import { mapOption } from './map-option.ts'
import { mapOf } from './map-queries.ts'

const figure = (counts: Partial<Omit<UnitFigure, 'unit'>>): UnitFigure => ({
  unit: {
    id: 'u',
    name: '广州市总工会',
    shortName: '广州市总工会',
    level: 'prefecture',
    cell: 440_100,
    path: '',
    parent: null,
    divisionCode: '440100',
    creditCode: null,
    children: 0,
    state: 'active',
  },
  onRoll: 0,
  provisional: 0,
  claimed: 0,
  affirmed: 0,
  ...counts,
})
const view = { measure: 'on_roll', chosen: null, narrow: false, moves: false, touch: false } as const

test('a colour is a fixed step of a count: whoever else is larger changes nothing', () => {
  const places = [
    { name: '广州市', code: '440100', at: null },
    { name: '深圳市', code: '440300', at: null },
  ]
  const colourBeside = (onRoll: number) => {
    const figures = new Map([
      ['440100', figure({ onRoll: 999 })],
      ['440300', figure({ onRoll })],
    ])
    return mapOption('m', places, figures, view).series[0]?.data[0]?.itemStyle.areaColor
  }

  expect(colourBeside(1)).toBe(colourBeside(5_000_000))
})

test('steps begin where the legend says, and the last is open', () => {
  for (const [onRoll, step] of [
    [0, -1],
    [1, 0],
    [999, 0],
    [1_000, 1],
    [99_999, 2],
    [1_000_000, 4],
  ] as const) {
    expect(stepOf('on_roll', figure({ onRoll }))).toBe(step)
    if (step >= 0) expect(onRoll).toBeGreaterThanOrEqual(boundsOf('on_roll', step).from)
  }
  expect(boundsOf('on_roll', 0)).toEqual({ from: 1, to: 999 })
  expect(boundsOf('on_roll', 4)).toEqual({ from: 1_000_000, to: null })
})

test('a share is of those on the roll; nobody on the roll is no share', () => {
  expect(stepOf('affirmed', figure({ onRoll: 10, affirmed: 4 }))).toBe(2)
  expect(stepOf('affirmed', figure({ onRoll: 10, affirmed: 10 }))).toBe(4)
  expect(stepOf('claimed', figure({ onRoll: 0 }))).toBe(-1)
  expect(boundsOf('claimed', 4)).toEqual({ from: 80, to: 100 })
})

test('every measure has one hue of its own, and six steps that differ', () => {
  const colours = measures.map((measure) => stepsOf(measure).map(({ colour }) => colour))

  for (const steps of colours) expect(new Set(steps).size).toBe(6)
  expect(new Set(colours.flat()).size).toBe(4 * 5 + 1)
})

test('a place without figures is hatched, and told apart from one where nobody is', () => {
  const places = [
    { name: '台湾', code: '710000', at: null },
    { name: '广州市', code: '440100', at: null },
  ]
  const [none, empty] = mapOption('m', places, new Map([['440100', figure({})]]), view).series[0]?.data ?? []

  expect(none?.itemStyle).toHaveProperty('decal')
  expect(empty?.itemStyle).not.toHaveProperty('decal')
})

test('a page scrolls over the map until it is larger than its frame', () => {
  const roam = (moves: boolean, touch: boolean) =>
    mapOption('m', [], new Map(), { ...view, moves, touch }).series[0]?.roam

  expect([roam(false, false), roam(true, false), roam(false, true), roam(true, true)]).toEqual([
    false,
    'move',
    'scale',
    true,
  ])
})

test('nation, province and prefecture have a map, a county and a union without a division none', () => {
  expect(mapOf({ level: 'nation', divisionCode: null })).toBe('100000')
  expect(mapOf({ level: 'province', divisionCode: '440000' })).toBe('440000')
  expect(mapOf({ level: 'province', divisionCode: null })).toBeNull()
  expect(mapOf({ level: 'county', divisionCode: '440103' })).toBeNull()
})
