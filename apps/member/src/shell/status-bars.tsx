import { formatInstant } from '@gongqiao/ui/format.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { useKeptAt } from '../offline/freshness.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { openNewVersion, useNewVersion } from '../worker/new-version.ts'
import { shellTexts } from './texts/index.ts'

/** What the reader should know of the screen itself: that it shows an earlier state, or that a new version waits. */
export function StatusBars() {
  const t = useSpeak(shellTexts)
  const { language } = usePreferences()
  const keptAt = useKeptAt()
  const isNew = useNewVersion()
  return (
    <div className="status-bars" role="status">
      {keptAt === undefined ? null : (
        <p className="status-bar">
          <Icon name="clock" />
          <span>{t('keptAt', { at: formatInstant(new Date(keptAt).toISOString(), language) })}</span>
        </p>
      )}
      {isNew ? (
        <p className="status-bar">
          <Icon name="notice" />
          <span>{t('newVersion')}</span>
          <Button kind="quiet" onClick={() => void openNewVersion()}>
            {t('openNewVersion')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
