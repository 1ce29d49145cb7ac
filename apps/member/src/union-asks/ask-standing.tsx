import type { OwnAsk } from '@gongqiao/modules/organization/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { Link } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { unionAskTexts } from './texts/index.ts'
import { zh } from './texts/zh.ts'

type Key = Extract<keyof typeof zh, `state.${string}` | `reason.${string}`>

/** Topic of asks: the employer stands in the way of joining or founding (rulebook 0.6). */
const obstructionTopic = '18'

/** Safe because the table has just been asked whether it has the key. */
function known(key: string): Key | undefined {
  return Object.hasOwn(zh, key) ? (key as Key) : undefined
}

/** How one request stands: what happened, who has it now, by when. */
export function AskStanding({ ask }: { ask: OwnAsk }) {
  const t = useSpeak(unionAskTexts)
  const { language } = usePreferences()
  const owner = [ask.owner.unit, ask.owner.post, ask.owner.name].filter((part) => part !== null).join(' ')
  const word = (key: string, otherwise: string) => {
    const found = known(key)
    return found === undefined ? otherwise : t(found)
  }
  return (
    <section className="standing">
      <h2>{ask.employer}</h2>
      <p className="with-icon">
        <Icon name={ask.dueOn === null ? 'check' : 'clock'} />
        <strong>{ask.withdrawn ? t('withdrawn') : word(`state.${ask.state}`, ask.state)}</strong>
      </p>
      {ask.withdrawn ? null : ask.dueOn === null ? (
        <p className="soft">{t('over')}</p>
      ) : (
        <>
          <p>{t('hasIt', { owner })}</p>
          <p>{t('due', { day: formatDay(ask.dueOn, language) })}</p>
          {ask.dueWords === null ? null : <p className="small soft">{ask.dueWords}</p>}
        </>
      )}
      {ask.unit === null || ask.withdrawn || ask.state === 'stopped' ? null : (
        <p>{t('join', { unit: ask.unit.name })}</p>
      )}
      {ask.dueOn === null ? null : (
        <p>
          <Link className="link" to="/ask" search={{ topic: obstructionTopic }}>
            {t('obstructed')}
          </Link>
        </p>
      )}
      <h3>{t('way')}</h3>
      <ol className="way">
        {ask.way.map(({ at, state, reason }) => (
          <li key={`${at} ${state}`}>
            <span>{word(`state.${state}`, state)}</span>{' '}
            <span className="soft small">{formatDay(dayOf(at), language)}</span>
            {reason === null ? null : <p className="small">{word(`reason.${reason}`, reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
