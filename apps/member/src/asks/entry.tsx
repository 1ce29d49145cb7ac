import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { askEntryTexts } from './entry-texts.ts'

/** 问工会, in one tap, with where to find the answer beside it. */
export function AskEntry({ signedIn }: { signedIn: boolean }) {
  const t = useSpeak(askEntryTexts)
  return (
    <section className="ask-entry">
      <Link className="button main" to="/ask">
        <Icon name="mic" />
        <span>{t('entry')}</span>
      </Link>
      <Link className="link" to={signedIn ? '/asks' : '/ask/code'}>
        {signedIn ? t('myAsks') : t('byCode')}
      </Link>
    </section>
  )
}
