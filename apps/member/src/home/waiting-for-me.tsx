import type { Self } from '@gongqiao/modules/people/contract.ts'
import { dayOf, formatDay, formatUntil } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { networkNow } from '../api/clock.ts'
import { alertsQuery, mattersQuery, queryClient } from '../api/queries.ts'
import { claimsQuery, recordQuery } from '../claim/queries.ts'
import { Empty } from '../kit/empty.tsx'
import { Icon, type IconName } from '../kit/icon.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { addressOf } from '../matters/matter-row.tsx'
import { waitsForMe } from '../matters/standing.tsx'
import { mattersTexts } from '../matters/texts/index.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { callsQuery } from '../transfer/queries.ts'
import { homeTexts } from './texts/index.ts'

/** What is waiting for me, the most pressing first; an honest empty state when nothing is. */
export function WaitingForMe({ self }: { self: Self }) {
  const t = useSpeak(homeTexts)
  const { language } = usePreferences()
  const sayOf = (kind: string, state: string) => {
    const key = wordsOf(kind, state)
    return key && t(key)
  }
  const matters = useQuery(mattersQuery)
  const alerts = useQuery(alertsQuery)
  const mine = (matters.data?.items ?? []).filter(waitsForMe)
  const asked = alerts.data?.items ?? []
  const claims = useQuery(claimsQuery)
  const listed = claims.data?.items ?? []
  const record = useQuery(recordQuery)
  const calls = useQuery(callsQuery)
  const called = calls.data?.items ?? []
  const differs = (record.data?.differences.length ?? 0) > 0
  const due = record.data?.affirmationDue === true && !differs
  const nothing =
    mine.length + asked.length + listed.length + called.length + self.unreadMessages === 0 && !due && !differs
  if (nothing && (matters.isPending || alerts.isPending || claims.isPending || record.isPending)) return null
  // What could not be read is not the same as nothing.
  const fault = matters.error ?? alerts.error ?? claims.error ?? record.error
  return (
    <section>
      <h2>{t('waiting')}</h2>
      <Trouble fault={fault} onRetry={() => void queryClient.refetchQueries({ queryKey: ['me'] })} />
      {nothing ? (
        fault === null && <Empty title={t('waitingNone')}>{t('waitingNoneWhy')}</Empty>
      ) : (
        <ul className="rows">
          {asked.map(({ cell, id, unit }) => (
            <Waiting key={id} icon="wrong">
              <Link className="row-over" to="/alerts/$cell/$alert" params={{ cell: String(cell), alert: id }}>
                {t('alert', { unit: unit.name })}
              </Link>
            </Waiting>
          ))}
          {listed.map(({ membership, unit }) => (
            <Waiting key={membership} icon="notice">
              <Link className="row-over" to="/claims">
                {t('listed', { unit: unit.name })}
              </Link>
            </Waiting>
          ))}
          {called.map(({ id, to }) => (
            <Waiting key={id} icon="notice">
              <Link className="row-over" to="/transfer">
                {t('called', { unit: to.name })}
              </Link>
            </Waiting>
          ))}
          {differs ? (
            <Waiting icon="wrong">
              <Link className="row-over" to="/record">
                {t('differs')}
              </Link>
            </Waiting>
          ) : null}
          {due ? (
            <Waiting icon="paper">
              <Link className="row-over" to="/record">
                {t('affirm')}
              </Link>
            </Waiting>
          ) : null}
          {mine.map(({ cell, id, due, kind, state }) => (
            <Waiting key={id} icon="clock" below={<DueLine on={due?.on} />}>
              <Link className="row-over" to={addressOf(kind)} params={{ cell: String(cell), matter: id }}>
                {sayOf(kind, state) ?? nameOf(language, 'kind', kind)}
              </Link>
            </Waiting>
          ))}
          {self.unreadMessages === 0 ? null : (
            <Waiting icon="letter">
              <Link className="row-over" to="/messages">
                {t('unread', { count: self.unreadMessages })}
              </Link>
            </Waiting>
          )}
        </ul>
      )}
    </section>
  )
}

/** States in which the home says what to do; any other kind is named. */
function wordsOf(kind: string, state: string) {
  if (kind.startsWith('rights.')) {
    if (state === 'answered') return 'ask.answered'
    return state === 'more' ? 'ask.more' : undefined
  }
  return state === 'returned' || state === 'person_check' || state === 'answered' ? state : undefined
}

function Waiting({ icon, below, children }: { icon: IconName; below?: ReactNode; children: ReactNode }) {
  return (
    <li className="row-plain waiting">
      <Icon name={icon} />
      <span className="row-words">
        <span className="row-title">{children}</span>
        {below}
      </span>
      <Icon name="forward" />
    </li>
  )
}

function DueLine({ on }: { on: string | undefined }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  if (on === undefined) return null
  const until = formatUntil(dayOf(networkNow()), on, language)
  return <span className="soft small">{t('dueBy', { day: formatDay(on, language), until })}</span>
}
