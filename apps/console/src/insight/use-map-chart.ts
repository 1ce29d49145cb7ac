import { MapChart } from 'echarts/charts'
import { type EChartsType, getMap, init, registerMap, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { mapOption } from './map-option.ts'
import { type MapShapes, type Position, positionIn } from './map-shapes.ts'

use([MapChart, LabelLayout, SVGRenderer])

/** How near one looks, and at what; null is the middle of the map. */
export type Look = { readonly zoom: number; readonly center: Position | null }

/** What a map chart is drawn from, and whom it tells of a press and of a move. */
export type MapDrawing = {
  readonly name: string
  readonly shapes: MapShapes
  readonly option: ReturnType<typeof mapOption>
  /** A place to light up: the row of the table that has the focus or the mouse. */
  readonly pointed: string | null
  readonly onPress: (place: string) => void
  /** Told how one looks now, after fingers or a mouse moved the map. */
  readonly onMove: (look: Look) => void
}

/** A drawn map: the element to draw it in, and a way to look at it otherwise. */
export type MapChartHandle = { readonly box: RefObject<HTMLDivElement | null>; readonly look: (look: Look) => void }

/** Draws a map into the element that the reference names, follows its size, and clears up after it. */
export function useMapChart({ name, shapes, option, pointed, onPress, onMove }: MapDrawing): MapChartHandle {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const pressed = useEffectEvent((place: string) => onPress(place))
  const moved = useEffectEvent(() => onMove(lookOf(chart.current?.getOption())))

  useEffect(() => {
    if (box.current === null) return
    if (!getMap(name)) registerMap(name, asChartJson(shapes))
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', (event) => pressed(event.name))
    drawn.on('georoam', () => moved())
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [name])

  useEffect(() => {
    chart.current?.setOption(option)
  }, [option])
  useEffect(() => {
    if (pointed === null) return
    const drawn = chart.current
    drawn?.dispatchAction({ type: 'highlight', name: pointed })
    return () => drawn?.dispatchAction({ type: 'downplay', name: pointed })
  }, [pointed])

  return { box, look: (look) => chart.current?.setOption({ series: [{ type: 'map', ...look }] }) }
}

function lookOf(option: object | undefined): Look {
  const [series]: unknown[] = option && 'series' in option && Array.isArray(option.series) ? option.series : []
  if (typeof series !== 'object' || series === null) return { zoom: 1, center: null }
  return {
    zoom: 'zoom' in series ? Number(series.zoom) : 1,
    center: 'center' in series ? positionIn(series.center) : null,
  }
}

/** Safe because `shapesIn` gives features of polygons only, each with a name. */
function asChartJson({ geoJson }: MapShapes): Parameters<typeof registerMap>[1] {
  return geoJson as unknown as Parameters<typeof registerMap>[1]
}
