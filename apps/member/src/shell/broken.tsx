import { Button, HotlineLink } from '../kit/button.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import { shellTexts } from './texts/index.ts'

/** What a person sees when a screen of ours fails; it needs nothing that may itself have failed. */
export function Broken() {
  const t = useSpeak(shellTexts)
  const k = useSpeak(kitTexts)
  return (
    <div className="screen">
      <main id="content">
        <h1>{t('brokenTitle')}</h1>
        <p role="alert">{t('brokenWhy')}</p>
        <p>{t('brokenHelp')}</p>
        <div className="stack acts">
          <Button onClick={() => window.location.reload()}>{t('brokenAgain')}</Button>
          <a className="button plain" href="/">
            <span>{t('toHome')}</span>
          </a>
          <HotlineLink>{k('call', { hotline: '12351' })}</HotlineLink>
        </div>
      </main>
    </div>
  )
}
