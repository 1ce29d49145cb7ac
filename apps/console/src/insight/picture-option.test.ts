import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { expect, test } from 'vitest'
import { pictureOption } from './picture-option.ts'

const figure = (shortName: string, onRoll: number, provisional: number): UnitFigure => ({
  unit: {
    id: shortName,
    name: shortName,
    shortName,
    level: 'township',
    cell: 1,
    path: '',
    parent: null,
    divisionCode: null,
    creditCode: null,
    children: 0,
    state: 'active',
  },
  onRoll,
  provisional,
  claimed: Math.floor(onRoll * 0.6),
  affirmed: Math.floor(onRoll * 0.4),
})
const words = { onRoll: '在册', claimed: '已认领', affirmed: '一年内本人确认', provisional: '待确认', summary: '' }

test('the picture keeps the order of the tree, whatever the sizes', () => {
  const option = pictureOption([figure('凤山', 5, 1), figure('阳明', 900, 0), figure('梨洲', 40, 7)], words, false)
  expect(option.yAxis[0]?.data).toEqual(['凤山', '阳明', '梨洲'])
  expect(option.yAxis[0]?.inverse).toBe(true)
})

test('who awaits confirmation is drawn apart; claimed and affirmed are parts of the roll, on its scale, never stacked', () => {
  const option = pictureOption([figure('凤山', 5, 1)], words, true)
  expect(option.series.map((series) => [series.xAxisIndex, series.data])).toEqual([
    [0, [5]],
    [0, [3]],
    [0, [2]],
    [1, [1]],
  ])
  expect(option.series.some((series) => 'stack' in series)).toBe(false)
})
