import { formatCardNumber } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { cardQuery } from '../api/queries.ts'
import { AskEntry } from '../asks/entry.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { shellTexts } from '../shell/texts/index.ts'
import { CardStatus } from './card-face.tsx'
import { LiveCode } from './live-code.tsx'
import { cardTexts } from './texts/index.ts'

/** The card over the whole screen, to be shown to somebody. */
export function FullCard() {
  const t = useSpeak(cardTexts)
  const card = useQuery(cardQuery)
  return (
    <Screen title={t('show')} back="/">
      <Loaded query={card}>
        {(data) =>
          data === null ? (
            <NoCard />
          ) : (
            <div className={`full-card ${data.status}`}>
              <p className="full-name">{data.name}</p>
              <p className="soft">{data.unit.name}</p>
              <CardStatus status={data.status} />
              <LiveCode card={data} large />
              <p className="card-number">{formatCardNumber(data.number)}</p>
              <AskEntry signedIn />
              <p className="soft small">
                {t('showHint')} {t('dim')}
              </p>
            </div>
          )
        }
      </Loaded>
    </Screen>
  )
}

function NoCard() {
  const t = useSpeak(cardTexts)
  const s = useSpeak(shellTexts)
  return (
    <>
      <Note tone="notice" title={t('none')}>
        <p>{t('noneWhy')}</p>
      </Note>
      <Link className="button main" to="/">
        <span>{s('toHome')}</span>
      </Link>
    </>
  )
}
