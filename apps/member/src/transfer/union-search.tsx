import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Empty } from '../kit/empty.tsx'
import { Icon } from '../kit/icon.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { unionsQuery } from './queries.ts'
import { transferTexts } from './texts/index.ts'

/** Finds the union to move to by a part of its name. */
export function UnionSearch() {
  const t = useSpeak(transferTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const asked = [...text].length >= 2
  const found = useQuery({ ...unionsQuery(text), enabled: asked })
  const items = found.data?.items ?? []
  return (
    <section>
      <h2>{t('findTitle')}</h2>
      <label className="label" htmlFor="union">
        {t('findLabel')}
      </label>
      <input
        id="union"
        className="input"
        type="search"
        autoComplete="organization"
        maxLength={60}
        aria-describedby="union-why"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p id="union-why" className="why">
        {t('findWhy', { hotline })}
      </p>
      <div aria-live="polite">
        {asked && found.isPending ? <p className="soft">{t('finding')}</p> : null}
        {asked && found.isSuccess && items.length === 0 ? <Empty title={t('none')}>{t('noneWhy')}</Empty> : null}
      </div>
      <Trouble fault={found.error} onRetry={() => void found.refetch()} />
      {asked && items.length > 0 ? (
        <ul className="rows">
          {items.map(({ unit, above }) => (
            <li key={unit.id}>
              <Link className="row-link" to="/transfer" search={{ unit: unit.id }}>
                <span className="row-words">
                  <span className="row-title">{unit.name}</span>
                  <span className="soft small">
                    {above
                      .slice(1)
                      .map(({ shortName }) => shortName)
                      .join(' › ')}
                  </span>
                </span>
                <Icon name="forward" />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {asked && found.data?.more ? <p className="soft small">{t('more')}</p> : null}
    </section>
  )
}
