import type { Card } from '@gongqiao/modules/membership/contract.ts'
import { formatCardNumber, formatDay } from '@gongqiao/ui/format.ts'
import { Mark } from '@gongqiao/ui/mark.tsx'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { useShortName } from '../shell/installation.ts'
import { OwnMark } from '../shell/own-mark.tsx'
import { LiveCode } from './live-code.tsx'
import { cardTexts } from './texts/index.ts'

/**
 * The electronic card 电子会员证. A confirmed one is printed in full colour; one that waits is drawn in outline, and says so.
 *
 * @param open whether tapping it opens the card over the whole screen
 */
export function CardFace({ card, open = true }: { card: Card; open?: boolean }) {
  const t = useSpeak(cardTexts)
  const { language } = usePreferences()
  const name = useShortName()
  return (
    <article className={`card ${card.status}`} aria-label={t('card')}>
      <Mark size={220} className="card-net" />
      <header className="card-head">
        <OwnMark size={26} />
        <span className="card-issuer">{name}</span>
        <CardStatus status={card.status} />
      </header>
      <div className="card-body">
        <div className="card-words">
          <p className="card-name">{card.name}</p>
          <p className="card-unit">{card.unit.name}</p>
          <p className="card-since">
            {card.since === null ? t('provisionalSince') : t('since', { day: formatDay(card.since, language) })}
          </p>
        </div>
        <LiveCode card={card} />
      </div>
      <footer className="card-foot">
        <p className="card-number">
          <span className="hidden-words">{t('number')} </span>
          {formatCardNumber(card.number)}
        </p>
        {open ? (
          <Link className="card-open" to="/card">
            <Icon name="open" />
            <span>{t('show')}</span>
          </Link>
        ) : null}
      </footer>
    </article>
  )
}

const statusIcons = {
  active: 'check',
  provisional: 'clock',
  listed: 'clock',
  retained: 'notice',
  ended: 'notice',
} as const

/** The standing as a word in a frame; a clock or a tick beside it, never colour alone. */
export function CardStatus({ status }: { status: Card['status'] }) {
  const { language } = usePreferences()
  return (
    <span className="card-status">
      <Icon name={statusIcons[status]} />
      <span>{nameOf(language, 'status', status)}</span>
    </span>
  )
}
