import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { useInsightSay } from './texts/index.ts'

/** The chosen place in words, with the way down; before one is chosen, how to choose. */
export function MapChosen({ name, figure }: { name: string | null; figure: UnitFigure | undefined }) {
  const say = useInsightSay()
  return (
    <p className="map-chosen" role="status">
      {name === null ? (
        <span className="soft">{say('map.choose')}</span>
      ) : figure === undefined ? (
        say('map.chosen.none', { place: name })
      ) : (
        <>
          {say('map.chosen', {
            unit: figure.unit.shortName,
            onRoll: formatNumber(figure.onRoll),
            claimed: formatNumber(figure.claimed),
            affirmed: formatNumber(figure.affirmed),
            provisional: formatNumber(figure.provisional),
          })}{' '}
          <Link to="/units/$unit/figures" params={{ unit: figure.unit.id }}>
            {say('map.chosen.open', { unit: figure.unit.shortName })}
          </Link>
        </>
      )}
    </p>
  )
}
