import { formatNumber } from '@gongqiao/ui/format.ts'
import { boundsOf, type Measure, stepsOf } from './map-measures.ts'
import { useInsightSay } from './texts/index.ts'

/** What the colours of the map mean, in words: the same steps everywhere, and hatching for no figures. */
export function MapLegend({ measure }: { measure: Measure }) {
  const say = useInsightSay()
  const isShare = measure === 'claimed' || measure === 'affirmed'
  const words = (step: number) => {
    if (step < 0) return say(isShare ? 'map.step.no_roll' : 'map.step.nobody')
    const { from, to } = boundsOf(measure, step)
    if (isShare) return say('map.step.share', { from, to: to ?? 100 })
    if (to === null) return say('map.step.over', { from: formatNumber(from) })
    return say('map.step.count', { from: formatNumber(from), to: formatNumber(to) })
  }
  return (
    <div className="map-legend">
      <p id="map-legend-title">{say(`map.legend.${measure}`)}</p>
      <ul aria-labelledby="map-legend-title">
        {stepsOf(measure).map(({ step, colour }) => (
          <li key={step}>
            <span className="swatch" style={{ background: colour }} /> {words(step)}
          </li>
        ))}
        <li>
          <span className="swatch swatch-none" /> {say('map.step.none')}
        </li>
      </ul>
    </div>
  )
}
