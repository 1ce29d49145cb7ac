import { Link } from '@tanstack/react-router'
import { HotlineLink } from '../kit/button.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from './screen.tsx'
import { shellTexts } from './texts/index.ts'

/** The page for an address that leads nowhere. */
export function Absent() {
  const t = useSpeak(shellTexts)
  const k = useSpeak(kitTexts)
  return (
    <Screen title={t('absentTitle')}>
      <p>{t('absentWhy')}</p>
      <p>{t('absentScan')}</p>
      <div className="stack acts">
        <Link className="button main" to="/">
          <span>{t('toHome')}</span>
        </Link>
        <HotlineLink>{k('call', { hotline: '12351' })}</HotlineLink>
      </div>
    </Screen>
  )
}
