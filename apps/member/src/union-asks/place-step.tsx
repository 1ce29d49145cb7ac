import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { placeUnionsQuery } from './queries.ts'
import { unionAskTexts } from './texts/index.ts'

/** A general union that was chosen. */
export type Place = { readonly id: string; readonly name: string }

/** Where the employer is, from the province down; a district or county is enough. */
export function PlaceStep({ place, onPlace }: { place: Place | undefined; onPlace: (place?: Place) => void }) {
  const t = useSpeak(unionAskTexts)
  const [way, setWay] = useState<readonly Place[]>([])
  const here = way.at(-1)
  const found = useQuery(placeUnionsQuery(here?.id))
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
      {here === undefined ? null : (
        <div className="stack">
          <Button kind="plain" onClick={() => onPlace(here)}>
            {t('placeHere', { unit: here.name })}
          </Button>
          <Button kind="quiet" onClick={() => setWay(way.slice(0, -1))}>
            {t('placeUp')}
          </Button>
        </div>
      )}
      <Loaded query={found}>
        {({ items }) => (
          <ul className="rows">
            {items.map(({ id, name, shortName, below }) => (
              <li key={id}>
                <button
                  type="button"
                  className="row-link place-row"
                  onClick={() => (below ? setWay([...way, { id, name }]) : onPlace({ id, name }))}
                >
                  <span className="row-words">
                    <span className="row-title">{shortName}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </fieldset>
  )
}
