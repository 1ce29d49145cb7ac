import { Link } from '@tanstack/react-router'
import { AskEntry } from '../asks/entry.tsx'
import { HotlineLink } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { OwnMark } from '../shell/own-mark.tsx'
import { Screen } from '../shell/screen.tsx'
import { UnionAskEntry } from '../union-asks/entry.tsx'
import { homeTexts } from './texts/index.ts'

/** What somebody sees who is not signed in: how to begin, how to come back, whom to call. */
export function Welcome() {
  const t = useSpeak(homeTexts)
  const k = useSpeak(kitTexts)
  const installation = useInstallation()
  const hotline = installation?.hotline ?? '12351'
  return (
    <Screen
      title={t('welcomeTitle')}
      tabs
      above={
        <div className="welcome-mark">
          <OwnMark size={96} />
        </div>
      }
    >
      <p className="lead">{t('welcomeWhy')}</p>
      <section className="standing">
        <h2>{t('scanTitle')}</h2>
        <p className="with-icon">
          <Icon name="scan" />
          <span>{t('scanWhy')}</span>
        </p>
        <div className="pair">
          <Link className="button plain" to="/scan">
            <span>{t('scan')}</span>
          </Link>
          <Link className="button plain" to="/code">
            <span>{t('typeCode')}</span>
          </Link>
        </div>
      </section>
      <AskEntry signedIn={false} />
      <div className="stack acts">
        <Link className="button plain" to="/sign-in">
          <span>{t('signIn')}</span>
        </Link>
        <Link className="button plain" to="/claim">
          <span>{t('claim')}</span>
        </Link>
        <UnionAskEntry signedIn={false} />
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
        {installation?.demonstration ? (
          <Link className="button quiet" to="/demo">
            <span>{t('demo')}</span>
          </Link>
        ) : null}
      </div>
      <p className="small soft refuse">{t('refuse')}</p>
    </Screen>
  )
}
