import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { ShortCodeForm } from './short-code-form.tsx'
import { scanTexts } from './texts/index.ts'

/** 输入短码: for whoever cannot scan. */
export function CodeScreen() {
  const t = useSpeak(scanTexts)
  return (
    <Screen title={t('codeTitle')} back="/" focus="field">
      <ShortCodeForm />
      <div className="stack acts">
        <Link className="button plain" to="/scan">
          <Icon name="scan" />
          <span>{t('scanInstead')}</span>
        </Link>
      </div>
    </Screen>
  )
}
