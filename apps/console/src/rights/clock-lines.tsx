import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { DueWords } from '../matters/due-words.tsx'
import { useRightsSay } from './texts/index.ts'

/** The clock of an ask: whose turn it is, by when, and the rule; what waits for the asker is nobody's delay. */
export function ClockLines({ view: { due, state, interim } }: { view: Pick<AskView, 'due' | 'state' | 'interim'> }) {
  const say = useRightsSay()
  const language = useLanguage()
  if (state === 'unconfirmed') return <p className="note">{say('ended.unconfirmed')}</p>
  if (due === null) return null
  const waits = state === 'more' || state === 'answered'
  return (
    <div className="clock">
      <p className="clock-line">
        {waits ? (
          <strong>{say(`waits.${state}`)}</strong>
        ) : (
          <DueWords on={due.on} overdue={due.overdue} provisional={due.provisional} withDay />
        )}
      </p>
      {due.stands === null ? null : <p>{due.stands}</p>}
      <p className="soft">{due.words}</p>
      {interim === null ? null : (
        <>
          <p className="clock-line">
            <strong>
              {say(interim.overdue ? 'interim.late' : 'interim.by', { day: formatDay(interim.on, language) })}
            </strong>
          </p>
          <p className="soft">{interim.words}</p>
        </>
      )}
    </div>
  )
}
