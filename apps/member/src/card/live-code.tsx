import type { Card } from '@gongqiao/modules/membership/contract.ts'
import { useMemo } from 'react'
import { useNow } from '../kit/use-now.ts'
import { useSpeak } from '../settings/preferences.ts'
import { checkLink, codeAt } from './minute.ts'
import { drawQr } from './qr.ts'
import { ringPath, ringShare, secondsLeft } from './ring.ts'
import { cardTexts } from './texts/index.ts'

/** Whether the person asked their phone for less motion; the ring then moves every ten seconds. */
function isCalm(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

type LiveCard = Pick<Card, 'number' | 'secret' | 'secretUntil'>

/**
 * The card's QR code, another every minute, inside a thin ring that shortens by the second.
 *
 * Nothing blinks: the ring moves in steps. A phone that had no network for days says so instead of showing what nobody
 * would believe.
 */
export function LiveCode({ card, large = false }: { card: LiveCard; large?: boolean }) {
  const { number, secret } = card
  const t = useSpeak(cardTexts)
  const now = useNow(isCalm() ? 10_000 : 1_000)
  const minute = Math.floor(now / 60_000)
  const { code, qr } = useMemo(() => {
    const code = codeAt(number, secret, minute * 60_000)
    return { code, qr: drawQr(checkLink(window.location.origin, number, code)) }
  }, [number, secret, minute])
  const seconds = secondsLeft(now)
  if (now >= Date.parse(card.secretUntil)) {
    return <p className={large ? 'live-code large ended' : 'live-code ended'}>{t('codeEnded')}</p>
  }
  return (
    <div className={large ? 'live-code large' : 'live-code'}>
      <svg className="live-code-drawing" viewBox="0 0 100 100" role="img" aria-label={t('codeOf')}>
        <path className="live-ring-ground" d={ringPath} />
        <path className="live-ring" d={ringPath} pathLength={1} strokeDasharray={`${ringShare(now)} 1`} />
        <svg x="11" y="11" width="78" height="78" viewBox={`0 0 ${qr.size} ${qr.size}`} aria-hidden="true">
          <path className="live-modules" d={qr.path} shapeRendering="crispEdges" />
        </svg>
      </svg>
      {large ? (
        <p className="live-words">
          <span className="soft small">{t('minute')}</span>
          <strong className="live-digits">{`${code.slice(0, 4)} ${code.slice(4)}`}</strong>
          <span className="soft small">{t('renewIn', { seconds })}</span>
        </p>
      ) : null}
    </div>
  )
}
