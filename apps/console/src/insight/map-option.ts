import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { faces } from '../theme.ts'
import { type Measure, stepOf, stepsOf } from './map-measures.ts'
import type { MapPlace } from './map-shapes.ts'

const ink = '#1F1B1A'

/** Hatched: nothing is known here. */
const noFigures = {
  areaColor: '#F1ECE6',
  decal: { symbol: 'line', color: '#8A807A', rotation: -0.785, dashArrayX: [1, 0], dashArrayY: [1, 5] },
}

const onPale = { color: ink, textBorderColor: '#FFFFFF', textBorderWidth: 2 }
const onDark = { color: '#FFFFFF', textBorderColor: ink, textBorderWidth: 2 }

/** How many times larger than its frame a map can be. */
export const nearest = 12

/** How a map is looked at. */
export type MapView = {
  readonly measure: Measure
  /** Name of the place that is chosen. */
  readonly chosen: string | null
  readonly narrow: boolean
  /** The map is larger than its frame. */
  readonly moves: boolean
  /** Fingers may pinch; a mouse and one finger move the map only when it is larger than its frame. */
  readonly touch: boolean
}

/** The choropleth of one map: a colour by its fixed step for each place, hatching where there are no figures. */
export function mapOption(
  name: string,
  places: readonly MapPlace[],
  figures: ReadonlyMap<string, UnitFigure>,
  view: MapView,
) {
  const steps = new Map(stepsOf(view.measure).map((step) => [step.step, step]))
  const outline = { borderColor: ink, borderWidth: view.narrow ? 1.5 : 2.5 }
  const data = places.map((place) => {
    const figure = place.code === null ? undefined : figures.get(place.code)
    const step = figure && steps.get(stepOf(view.measure, figure))
    const fill = step === undefined ? noFigures : { areaColor: step.colour }
    const label = step?.onDark ? onDark : onPale
    return {
      name: place.name,
      value: step?.step ?? Number.NaN,
      itemStyle: fill,
      label,
      emphasis: { itemStyle: { ...fill, ...outline }, label },
      select: { itemStyle: { ...fill, ...outline }, label },
    }
  })
  // The inset is drawn by the chart itself and is no place of the file.
  const inset = {
    name: '南海诸岛',
    value: Number.NaN,
    itemStyle: { areaColor: '#FFFFFF' },
    label: { color: ink, fontSize: view.narrow ? 8 : 11 },
    emphasis: { disabled: true },
    select: { disabled: true },
  }
  return {
    animation: false,
    textStyle: { fontFamily: faces, color: ink },
    tooltip: { show: false },
    series: [
      {
        type: 'map' as const,
        map: name,
        roam: view.touch ? (view.moves ? true : ('scale' as const)) : view.moves ? ('move' as const) : false,
        scaleLimit: { min: 1, max: nearest },
        ...{ top: 8, bottom: 8, left: 8, right: 8, preserveAspect: 'contain' as const },
        selectedMode: 'single' as const,
        selectedMap: view.chosen === null ? {} : { [view.chosen]: true },
        itemStyle: { borderColor: '#8A807A', borderWidth: 0.7, areaColor: '#F1ECE6' },
        label: { show: true, fontSize: view.narrow ? 10 : 12 },
        labelLayout: { hideOverlap: true },
        data: [...data, inset],
      },
    ],
  }
}
