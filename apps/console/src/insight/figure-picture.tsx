import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TitleComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useMedia } from '../kit/media.ts'
import { pictureHeight, pictureOption } from './picture-option.ts'
import { useInsightSay } from './texts/index.ts'

use([BarChart, GridComponent, TitleComponent, AriaComponent, SVGRenderer])

/** The picture of the unions below; a bar leads down, and the table below leads there by keyboard. */
export function FigurePicture({
  figures,
  more,
  onOpen,
}: {
  figures: readonly UnitFigure[]
  more: boolean
  onOpen: (unit: string) => void
}) {
  const say = useInsightSay()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const narrow = useMedia('(max-width: 699px)')
  const words = {
    onRoll: say('on_roll'),
    claimed: say('claimed'),
    affirmed: say('affirmed'),
    provisional: say('picture.provisional'),
    summary: say('picture.summary', { count: figures.length }),
  }
  const opened = useEffectEvent((index: number) => {
    const figure = figures[index]
    if (figure !== undefined) onOpen(figure.unit.id)
  })

  useEffect(() => {
    if (box.current === null) return
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', (event) => opened(event.dataIndex))
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption(pictureOption(figures, words, narrow))
    chart.current?.resize()
  })

  return (
    <figure className="picture">
      <figcaption>
        <h2>{say('picture.title')}</h2>
        <p className="soft">
          {say('picture.words')} {more ? say('picture.partial', { count: figures.length }) : null}
        </p>
        <ul className="picture-key" aria-hidden="true">
          <li className="key-on-roll">{words.onRoll}</li>
          <li className="key-claimed">{words.claimed}</li>
          <li className="key-affirmed">{words.affirmed}</li>
        </ul>
      </figcaption>
      <div ref={box} role="img" aria-label={words.summary} style={{ blockSize: pictureHeight(figures.length) }} />
    </figure>
  )
}
