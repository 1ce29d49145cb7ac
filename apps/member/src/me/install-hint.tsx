import { useSyncExternalStore } from 'react'
import { Button } from '../kit/button.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { installAsk, isInstalled, watchInstallAsk } from '../worker/install-ask.ts'
import { meTexts } from './texts/index.ts'

/** How this app comes onto the home screen; nothing where it is there already. */
export function InstallHint() {
  const t = useSpeak(meTexts)
  const ask = useSyncExternalStore(watchInstallAsk, installAsk)
  if (isInstalled()) return null
  return (
    <section>
      <h2>{t('install')}</h2>
      <p className="soft">{t('installWhy')}</p>
      {ask === undefined ? (
        <p>{t(wayOf(window.navigator.userAgent))}</p>
      ) : (
        <Button kind="plain" onClick={() => void ask()}>
          {t('installGo')}
        </Button>
      )}
    </section>
  )
}

/** Where the way to the home screen is in this browser. */
function wayOf(agent: string): 'installWechat' | 'installApple' | 'installOther' {
  if (/MicroMessenger/i.test(agent)) return 'installWechat'
  return /iPhone|iPad/.test(agent) ? 'installApple' : 'installOther'
}
