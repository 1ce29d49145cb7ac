import { useSpeak } from '../settings/preferences.ts'
import { joinTexts } from './texts/index.ts'

/** Where one is: words, and one seed a step. */
export function Progress({ at, of }: { at: number; of: number }) {
  const t = useSpeak(joinTexts)
  return (
    <div className="progress">
      <p className="small soft">{t('stepOf', { step: at, steps: of })}</p>
      <div className="progress-seeds" aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          <span key={place} className={place < at ? 'progress-seed reached' : 'progress-seed'} />
        ))}
      </div>
    </div>
  )
}
