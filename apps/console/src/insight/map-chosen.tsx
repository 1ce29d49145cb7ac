import type { UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { useInsightSay } from './texts/index.ts'

/**
 * The chosen place in words, with the way down; before one is chosen, how to choose.
 *
 * A screen reader is told once, when a place is chosen: the figures themselves change as often as somebody joins.
 */
export function MapChosen({ name, figure }: { name: string | null; figure: UnitFigure | undefined }) {
  const say = useInsightSay()
  const [told, setTold] = useState('')
  const words =
    name === null
      ? say('map.choose')
      : figure === undefined
        ? say('map.chosen.none', { place: name })
        : say('map.chosen', {
            unit: figure.unit.shortName,
            onRoll: formatNumber(figure.onRoll),
            claimed: formatNumber(figure.claimed),
            affirmed: formatNumber(figure.affirmed),
            provisional: formatNumber(figure.provisional),
          })
  const tell = useEffectEvent(() => setTold(words))
  useEffect(() => {
    if (name !== null) tell()
  }, [name])
  return (
    <>
      <p className={name === null ? 'map-chosen soft' : 'map-chosen'}>
        {words}{' '}
        {figure ? (
          <Link to="/units/$unit/figures" params={{ unit: figure.unit.id }}>
            {say('map.chosen.open', { unit: figure.unit.shortName })}
          </Link>
        ) : null}
      </p>
      <p className="hidden-words" role="status">
        {told}
      </p>
    </>
  )
}
