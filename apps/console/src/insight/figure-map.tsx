import { MinusOutlined, PlusOutlined, RedoOutlined } from '@ant-design/icons'
import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { kindOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useMedia } from '../kit/media.ts'
import { usePreference } from '../kit/preference.ts'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { MapChosen } from './map-chosen.tsx'
import { MapLegend } from './map-legend.tsx'
import { type Measure, measures, readMeasure } from './map-measures.ts'
import { mapOption, nearest } from './map-option.ts'
import { type BoundaryIndex, boundariesQuery, chartName } from './map-queries.ts'
import { type MapShapes, middleOf } from './map-shapes.ts'
import { useInsightSay } from './texts/index.ts'
import { type Look, useMapChart } from './use-map-chart.ts'
import './map.css'

type Shown = {
  readonly map: string
  readonly index: BoundaryIndex
  readonly figures: readonly UnitFigure[]
  /** Unit of the row that has the focus or the mouse. */
  readonly pointed: string | null
  readonly onOpen: (unit: string) => void
  /** What is shown in the place of a map that cannot be read. */
  readonly bars: ReactNode
}

const whole: Look = { zoom: 1, center: null }

/** The unions below as a map, once its boundaries are there. */
export function FigureMap(shown: Shown) {
  const say = useInsightSay()
  const { api } = useActing()
  const boundaries = useQuery(boundariesQuery(api, shown.map))
  if (boundaries.isError) {
    if (kindOf(boundaries.error) === 'unreachable') {
      return <FailureNotice failure={boundaries.error} retry={() => void boundaries.refetch()} />
    }
    return (
      <>
        <p className="note">{say('map.broken')}</p>
        {shown.bars}
      </>
    )
  }
  if (boundaries.data === undefined) return <Loading what={say('map')} />
  return <DrawnMap key={shown.map} {...shown} shapes={boundaries.data} />
}

function DrawnMap({ map, index, figures, pointed, onOpen, shapes }: Shown & { readonly shapes: MapShapes }) {
  const say = useInsightSay()
  const language = useLanguage()
  const narrow = useMedia('(max-width: 699px)')
  const touch = useMedia('(pointer: coarse)')
  const [measure, setMeasure] = usePreference<Measure>('map-measure', 'on_roll', readMeasure)
  const [chosen, setChosen] = useState<string | null>(null)
  const now = useRef<Look>(whole)
  const [moves, setMoves] = useState(false)

  const byCode = useMemo(
    () => new Map(figures.flatMap((figure) => (figure.unit.divisionCode ? [[figure.unit.divisionCode, figure]] : []))),
    [figures],
  )
  const codes = useMemo(() => new Map(shapes.places.map(({ name, code }) => [name, code])), [shapes])
  const figureOf = (place: string | null) => byCode.get((place !== null && codes.get(place)) || '')
  const pointedCode = figures.find(({ unit }) => unit.id === pointed)?.unit.divisionCode
  const drawn = new Set(shapes.places.map(({ code }) => code))
  const offMap = figures.filter(({ unit }) => !drawn.has(unit.divisionCode))
  const summary = say('map.summary', { measure: say(`map.measure.${measure}`), count: figures.length - offMap.length })
  const option = useMemo(
    () => mapOption(chartName(map), shapes.places, byCode, { measure, chosen, narrow, moves, touch }),
    [map, shapes, byCode, measure, chosen, narrow, moves, touch],
  )
  const { box, look } = useMapChart({
    name: chartName(map),
    shapes,
    option,
    pointed: shapes.places.find(({ code }) => code !== null && code === pointedCode)?.name ?? null,
    onMove: noted,
    onPress(place) {
      const figure = figureOf(place)
      if (place === chosen && figure) onOpen(figure.unit.id)
      else setChosen(place)
    },
  })
  function noted(next: Look) {
    now.current = next
    setMoves(next.zoom > 1)
  }
  function lookAt(zoom: number) {
    const place = shapes.places.find(({ name }) => name === chosen)
    const start = place?.at ?? middleOf(shapes.places)
    const center = now.current.zoom > 1 ? now.current.center : start
    const next = zoom > 1 ? { zoom: Math.min(nearest, zoom), center } : whole
    look(next)
    noted(next)
  }
  return (
    <figure className="picture map">
      <figcaption>
        <h2>{say('map.title')}</h2>
        <p className="soft">{say('map.words')}</p>
      </figcaption>
      <div className="map-tools no-print">
        <Segmented
          aria-label={say('map.measure')}
          className="map-measures"
          value={measure}
          options={measures.map((value) => ({ value, label: say(`map.measure.${value}`) }))}
          onChange={setMeasure}
        />
        <div className="map-zoom">
          <Button aria-label={say('map.larger')} icon={<PlusOutlined />} onClick={() => lookAt(now.current.zoom * 2)} />
          <Button
            aria-label={say('map.smaller')}
            icon={<MinusOutlined />}
            disabled={!moves}
            onClick={() => lookAt(now.current.zoom / 2)}
          />
          <Button aria-label={say('map.whole')} icon={<RedoOutlined />} disabled={!moves} onClick={() => lookAt(1)} />
        </div>
      </div>
      <div role="img" aria-label={summary}>
        <div ref={box} className={moves ? 'map-box map-moves' : 'map-box'} lang="zh-CN" />
      </div>
      <MapChosen name={chosen} figure={figureOf(chosen)} />
      <MapLegend measure={measure} />
      {offMap.length > 0 ? (
        <details className="map-off">
          <summary>{say('map.off', { count: offMap.length })}</summary>
          <ul>
            {offMap.map(({ unit }) => (
              <li key={unit.id}>{unit.shortName}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="soft map-source">
        {index.sketch ? say('map.sketch') : null} {say('map.source', { source: index.source[language] })}{' '}
        {index.approval ? <span className="nowrap">{index.approval}</span> : null}
      </p>
    </figure>
  )
}
