import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { faces } from '../theme.ts'

/** Height of one union's line in the picture, in CSS pixels. */
export const lineHeight = 26

const ink = '#1F1B1A'
/** From the palest to the darkest: each is a part of the one before. */
const stands = { onRoll: '#F7E4E3', claimed: '#DE8D8B', affirmed: '#B5232E' } as const

/**
 * The picture: the roll with those who claimed and affirmed as parts of its bar, and beside it who awaits confirmation.
 *
 * The parts lie over one another on one scale, since each is of the one before. Who awaits confirmation has a scale of
 * their own: they are never added, and would vanish beside the roll. The order is that of the tree.
 */
export function pictureOption(
  figures: readonly UnitFigure[],
  words: { readonly [set in 'onRoll' | 'claimed' | 'affirmed' | 'provisional' | 'summary']: string },
  narrow: boolean,
) {
  const names = figures.map((figure) => figure.unit.shortName)
  const longest = Math.max(...names.map((name) => name.length))
  const labels = Math.min(narrow ? 84 : 150, longest * 14 + 14)
  const top = 30
  const shared = {
    type: 'bar' as const,
    barMaxWidth: 14,
    barGap: '-100%',
    animation: false,
    label: {
      show: true,
      position: 'right' as const,
      color: ink,
      fontSize: narrow ? 11 : 12,
      formatter: ({ value }: { value: unknown }) => formatNumber(Number(value)),
    },
  }
  const part = (name: string, color: string, of: (figure: UnitFigure) => number) => ({
    ...shared,
    label: { show: false },
    name,
    xAxisIndex: 0,
    yAxisIndex: 0,
    itemStyle: { color },
    data: figures.map(of),
  })
  const axis = { type: 'value' as const, splitLine: { show: false }, axisLabel: { show: false }, minInterval: 1 }
  const category = {
    type: 'category' as const,
    data: names,
    inverse: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#E4DED8' } },
  }
  const title = (text: string, left: number | string) => ({
    text,
    left,
    top: 0,
    padding: 0,
    textStyle: { fontSize: 13, fontWeight: 600 as const, color: ink },
  })
  return {
    textStyle: { fontFamily: faces, color: ink },
    aria: { enabled: true, label: { description: words.summary }, decal: { show: false } },
    title: [title(words.onRoll, labels), title(words.provisional, '64%')],
    tooltip: { show: false },
    grid: [
      { left: labels, width: narrow ? '22%' : '40%', top, bottom: 4 },
      { left: '64%', right: narrow ? 30 : 60, top, bottom: 4 },
    ],
    xAxis: [
      { ...axis, gridIndex: 0 },
      { ...axis, gridIndex: 1 },
    ],
    yAxis: [
      {
        ...category,
        gridIndex: 0,
        axisLabel: { color: ink, fontSize: 13, width: labels - 12, overflow: 'truncate' as const, interval: 0 },
      },
      { ...category, gridIndex: 1, axisLabel: { show: false } },
    ],
    series: [
      {
        ...shared,
        name: words.onRoll,
        xAxisIndex: 0,
        yAxisIndex: 0,
        itemStyle: { color: stands.onRoll, borderColor: stands.affirmed, borderWidth: 1 },
        data: figures.map((figure) => figure.onRoll),
      },
      part(words.claimed, stands.claimed, (figure) => figure.claimed),
      part(words.affirmed, stands.affirmed, (figure) => figure.affirmed),
      {
        ...shared,
        name: words.provisional,
        xAxisIndex: 1,
        yAxisIndex: 1,
        itemStyle: {
          color: '#E3A5A4',
          borderColor: '#B5232E',
          borderWidth: 1,
          decal: { symbol: 'line', color: '#B5232E', rotation: 0.785, dashArrayX: [1, 0], dashArrayY: [1, 4] },
        },
        data: figures.map((figure) => figure.provisional),
      },
    ],
  }
}

/** The picture's whole height for so many unions. */
export function pictureHeight(count: number): number {
  return 34 + count * lineHeight
}
