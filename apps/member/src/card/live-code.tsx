import { useEffect, useState } from 'react'
import { useNow } from '../kit/use-now.ts'
import { useSpeak } from '../settings/preferences.ts'
import type { QrDrawing } from './qr.ts'
import { ringShare, secondsLeft } from './ring.ts'
import { cardTexts } from './texts/index.ts'

type Shown = { readonly minute: number; readonly code: string; readonly qr: QrDrawing }

/** A rounded square around the code, begun at the top middle, of length 100. */
const ring = 'M50 2h38a10 10 0 0 1 10 10v76a10 10 0 0 1-10 10H12a10 10 0 0 1-10-10V12a10 10 0 0 1 10-10z'

/** Whether the person asked their phone for less motion; the ring then moves every ten seconds. */
function isCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/**
 * The card's QR code, another every minute, inside a thin ring that shortens by the second.
 *
 * Nothing blinks: the old code stays until the new one is drawn, and the ring moves in steps.
 */
export function LiveCode({ number, secret, large = false }: { number: string; secret: string; large?: boolean }) {
  const t = useSpeak(cardTexts)
  const now = useNow(isCalm() ? 10_000 : 1_000)
  const minute = Math.floor(now / 60_000)
  const [shown, setShown] = useState<Shown>()

  useEffect(() => {
    let stale = false
    void Promise.all([import('./minute.ts'), import('./qr.ts')]).then(([{ checkLink, codeAt }, { drawQr }]) => {
      if (stale) return
      const code = codeAt(number, secret, minute * 60_000)
      setShown({ minute, code, qr: drawQr(checkLink(window.location.origin, number, code)) })
    })
    return () => {
      stale = true
    }
  }, [number, secret, minute])

  const seconds = secondsLeft(now)
  return (
    <div className={large ? 'live-code large' : 'live-code'}>
      <svg className="live-code-drawing" viewBox="0 0 100 100" role="img" aria-label={t('codeOf')}>
        <path className="live-ring-ground" d={ring} />
        <path className="live-ring" d={ring} pathLength={1} strokeDasharray={`${ringShare(now)} 1`} />
        {shown === undefined ? null : (
          <svg
            x="11"
            y="11"
            width="78"
            height="78"
            viewBox={`0 0 ${shown.qr.size} ${shown.qr.size}`}
            aria-hidden="true"
          >
            <path className="live-modules" d={shown.qr.path} shapeRendering="crispEdges" />
          </svg>
        )}
      </svg>
      {large ? (
        <p className="live-words">
          <span className="soft small">{t('minute')}</span>
          <strong className="live-digits">
            {shown === undefined ? '' : `${shown.code.slice(0, 4)} ${shown.code.slice(4)}`}
          </strong>
          <span className="soft small">{t('renewIn', { seconds })}</span>
        </p>
      ) : null}
    </div>
  )
}
