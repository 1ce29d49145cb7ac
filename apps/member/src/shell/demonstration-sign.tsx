import { Link } from '@tanstack/react-router'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from './installation.ts'
import { shellTexts } from './texts/index.ts'

/** In demonstration mode a small sign on every screen, and with it the way to the visible inbox of codes. */
export function DemonstrationSign() {
  const t = useSpeak(shellTexts)
  if (useInstallation()?.demonstration !== true) return null
  return (
    <Link className="demonstration-sign" to="/demo">
      <span>
        {t('demo')}
        <span className="hidden-words">{t('demoInbox')}</span>
      </span>
    </Link>
  )
}
