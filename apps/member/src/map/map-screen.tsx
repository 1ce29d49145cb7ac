import { HotlineLink } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import { useInstallation } from '../shell/installation.ts'
import { Screen } from '../shell/screen.tsx'
import { mapTexts } from './texts/index.ts'

/** 地图: says honestly that no service point is known yet, and what helps today. */
export function MapScreen() {
  const t = useSpeak(mapTexts)
  const k = useSpeak(kitTexts)
  const hotline = useInstallation()?.hotline ?? '12351'
  return (
    <Screen title={t('title')} tabs>
      <Empty title={t('none')}>{t('noneWhy')}</Empty>
      <p>{t('today', { hotline })}</p>
      <div className="acts">
        <HotlineLink hotline={hotline}>{k('call', { hotline })}</HotlineLink>
      </div>
    </Screen>
  )
}
