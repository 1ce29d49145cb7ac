import { formatInstant } from '@gongqiao/ui/format.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { looksQuery } from '../api/queries.ts'
import { Icon } from '../kit/icon.tsx'
import { Pages } from '../kit/pages.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { meName, meTexts } from './texts/index.ts'

/** 谁看过我: every look at my record by somebody else, with act, post and unit. */
export function LooksScreen() {
  const t = useSpeak(meTexts)
  const { language } = usePreferences()
  const looks = useInfiniteQuery(looksQuery)
  return (
    <Screen title={t('looks')} back="/me" tabs>
      <p className="soft">{t('looksWhy')}</p>
      <Pages query={looks} empty={{ title: t('looksNone'), why: t('looksNoneWhy') }}>
        {(look) => (
          <li key={look.id} className="row-plain">
            <Icon name="eye" />
            <span className="row-words">
              <span className="row-title">
                {look.post} · {look.unit}
              </span>
              <span>{meName(language, 'act', look.act)}</span>
              {look.reason && <span>{t('looksReason', { reason: look.reason })}</span>}
              <span className="soft small">{formatInstant(look.at, language)}</span>
              <a
                className="button quiet"
                aria-label={`${t('looksReceipt')} ${formatInstant(look.at, language)}`}
                href={`/api/me/receipts/${look.cell}/access/${look.id}`}
                download={`${t('looksReceipt')}-${look.id}.json`}
              >
                {t('looksReceipt')}
              </a>
            </span>
          </li>
        )}
      </Pages>
    </Screen>
  )
}
