import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'

/** Height of one union's line in the picture, in CSS pixels. */
export const lineHeight = 26

const ink = '#1F1B1A'
const faces = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/**
 * The picture: two sets of bars beside each other, members and people awaiting confirmation.
 *
 * Each set has its own scale, since the two are never added and the second would vanish beside the first. The order is
 * that of the tree.
 */
export function pictureOption(
  figures: readonly UnitFigure[],
  words: { readonly confirmed: string; readonly provisional: string; readonly summary: string },
  narrow: boolean,
) {
  const names = figures.map((figure) => figure.unit.shortName)
  const longest = Math.max(...names.map((name) => name.length))
  const labels = Math.min(narrow ? 84 : 150, longest * 14 + 14)
  const top = 30
  const shared = {
    type: 'bar' as const,
    barMaxWidth: 14,
    animation: false,
    label: {
      show: true,
      position: 'right' as const,
      color: ink,
      fontSize: narrow ? 11 : 12,
      formatter: ({ value }: { value: unknown }) => formatNumber(Number(value)),
    },
  }
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
    title: [title(words.confirmed, labels), title(words.provisional, '64%')],
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
        name: words.confirmed,
        xAxisIndex: 0,
        yAxisIndex: 0,
        itemStyle: { color: '#B5232E' },
        data: figures.map((figure) => figure.confirmed),
      },
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
