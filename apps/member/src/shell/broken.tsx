import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Button, HotlineLink } from '../kit/button.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import { ScreenLost } from './lazy-screen.ts'
import { shellTexts } from './texts/index.ts'

/** What a person sees when a screen fails or does not come; it needs nothing that may itself have failed. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useSpeak(shellTexts)
  const k = useSpeak(kitTexts)
  const router = useRouter()
  const lost = error instanceof ScreenLost

  async function again() {
    if (!lost) return window.location.reload()
    await router.invalidate()
    reset()
  }

  return (
    <div className="screen">
      <main id="content">
        <h1>{lost ? t('lostTitle') : t('brokenTitle')}</h1>
        <p role="alert">{lost ? t('lostWhy') : t('brokenWhy')}</p>
        {lost ? null : <p>{t('brokenHelp')}</p>}
        <div className="stack acts">
          <Button onClick={() => void again()}>{lost ? k('retry') : t('brokenAgain')}</Button>
          <a className="button plain" href="/">
            <span>{t('toHome')}</span>
          </a>
          <HotlineLink>{k('call', { hotline: '12351' })}</HotlineLink>
        </div>
      </main>
    </div>
  )
}
