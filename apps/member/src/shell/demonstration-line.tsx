import { Link } from '@tanstack/react-router'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from './installation.ts'
import { shellTexts } from './texts/index.ts'

/** One quiet line in demonstration mode, with the way to the visible inbox. */
export function DemonstrationLine() {
  const t = useSpeak(shellTexts)
  if (useInstallation()?.demonstration !== true) return null
  return (
    <aside className="demonstration-line">
      <span>{t('demo')}</span>
      <Link to="/demo">{t('demoInbox')}</Link>
    </aside>
  )
}
