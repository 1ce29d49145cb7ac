import type { Consent } from '@gongqiao/modules/people/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { consentsQuery } from '../api/queries.ts'
import { Empty } from '../kit/empty.tsx'
import { Icon } from '../kit/icon.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { meName, meTexts } from './texts/index.ts'

/** What I agreed to: which text, which version, when, how (PI-03). */
export function ConsentsScreen() {
  const t = useSpeak(meTexts)
  const consents = useQuery(consentsQuery)
  return (
    <Screen title={t('consents')} back="/me" tabs>
      <p className="soft">{t('consentsWhy')}</p>
      <Loaded query={consents}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('consentsNone')}>{t('consentsNoneWhy')}</Empty>
          ) : (
            <>
              <ul className="rows">
                {items.map((consent) => (
                  <ConsentRow key={`${consent.purpose}${consent.at}`} consent={consent} />
                ))}
              </ul>
              <p className="small soft">{t('consentWithdraw')}</p>
            </>
          )
        }
      </Loaded>
    </Screen>
  )
}

function ConsentRow({ consent }: { consent: Consent }) {
  const t = useSpeak(meTexts)
  const { language } = usePreferences()
  const { purpose, version, at, channel, withdrawnAt } = consent
  return (
    <li className="row-plain">
      <Icon name={withdrawnAt === null ? 'check' : 'notice'} />
      <span className="row-words">
        <span className="row-title">{meName(language, 'purpose', purpose)}</span>
        <span className="soft small">{t('consentVersion', { version, at: formatInstant(at, language) })}</span>
        <span className="soft small">{t('consentVia', { channel: nameOf(language, 'channel', channel) })}</span>
        {withdrawnAt === null ? null : (
          <span className="small">{t('consentWithdrawn', { at: formatInstant(withdrawnAt, language) })}</span>
        )}
      </span>
    </li>
  )
}
