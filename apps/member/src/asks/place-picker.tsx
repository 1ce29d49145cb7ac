import type { AskPlace } from '@gongqiao/modules/rights/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { placesQuery } from './queries.ts'
import { askTexts } from './texts/index.ts'

/** A union of a place that was chosen. */
export type Place = { readonly id: string; readonly name: string }

/** Which union to ask, from the province down; any of them may be asked. */
export function PlacePicker({ place, onPlace }: { place: Place | undefined; onPlace: (place?: Place) => void }) {
  const t = useSpeak(askTexts)
  const [under, setUnder] = useState<string>()
  const places = useQuery(placesQuery(under))
  if (place !== undefined) {
    return (
      <div className="chosen-place">
        <p className="label">{t('place')}</p>
        <p className="place-name">{place.name}</p>
        <Button kind="quiet" onClick={() => onPlace(undefined)}>
          {t('placeChange')}
        </Button>
      </div>
    )
  }
  return (
    <fieldset className="places">
      <legend className="label">{t('place')}</legend>
      <p className="why">{t('placeWhy')}</p>
      <Loaded query={places}>
        {({ above, items }) => {
          const here = above.at(-1)
          const upper = above.at(-2)
          return (
            <>
              {here !== undefined && under !== undefined ? (
                <div className="stack">
                  <Button kind="plain" onClick={() => onPlace({ id: here.id, name: here.name })}>
                    {t('placeAsk', { unit: here.name })}
                  </Button>
                  <Button kind="quiet" onClick={() => setUnder(upper?.level === 'nation' ? undefined : upper?.id)}>
                    {t('placeUp')}
                  </Button>
                </div>
              ) : null}
              <ul className="rows">
                {items.map((item) => (
                  <Row key={item.unit.id} item={item} onOpen={setUnder} onPlace={onPlace} />
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </fieldset>
  )
}

type RowProps = { item: AskPlace; onOpen: (unit: string) => void; onPlace: (place: Place) => void }

function Row({ item: { unit, more }, onOpen, onPlace }: RowProps) {
  const choose = () => (more ? onOpen(unit.id) : onPlace({ id: unit.id, name: unit.name }))
  return (
    <li>
      <button type="button" className="row-link place-row" onClick={choose}>
        <span className="row-words">
          <span className="row-title">{unit.shortName}</span>
        </span>
      </button>
    </li>
  )
}
