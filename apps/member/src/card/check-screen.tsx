import type { CardCheck } from '@gongqiao/modules/membership/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { cardCheckQuery } from '../api/queries.ts'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { cardTexts } from './texts/index.ts'

const route = getRouteApi('/c/$code')

/** What another device sees that scanned a card: whether it is genuine now, and no more of the person than that needs. */
export function CheckScreen() {
  const { code } = route.useParams()
  const t = useSpeak(cardTexts)
  const check = useQuery(cardCheckQuery(code))
  return (
    <Screen title={t('checkTitle')}>
      <Loaded query={check}>{(data) => <Checked check={data} />}</Loaded>
    </Screen>
  )
}

function Checked({ check }: { check: CardCheck }) {
  const t = useSpeak(cardTexts)
  const { language } = usePreferences()
  const { valid, status, nameMask, unit, at } = check
  const when = formatInstant(at, language)
  if (!valid) {
    return (
      <Note tone="wrong" title={t('checkInvalid')}>
        <p>{t('checkInvalidWhy')}</p>
        <p>{t('checkInvalidMore')}</p>
      </Note>
    )
  }
  const rows: [string, string][] = [
    [t('holder'), nameMask ?? ''],
    [t('status'), status === null ? '' : nameOf(language, 'status', status)],
    [t('unit'), unit?.name ?? ''],
    [t('checkedAt'), when],
  ]
  return (
    <>
      <Note tone="done" title={t('checkValid')}>
        <p>{t('checkValidWhy', { at: when })}</p>
      </Note>
      <dl className="facts">
        {rows.map(([term, text]) => (
          <div key={term} className="row">
            <dt>{term}</dt>
            <dd>
              <span>{text}</span>
            </dd>
          </div>
        ))}
      </dl>
      {status === 'provisional' ? <p className="soft">{t('checkProvisional')}</p> : null}
    </>
  )
}
