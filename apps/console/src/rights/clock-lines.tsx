import type { AskView } from '@gongqiao/modules/rights/contract.ts'
import { DueWords } from '../matters/due-words.tsx'
import { useRightsSay } from './texts/index.ts'

/** The clock of an ask: whose turn it is, by when, and the rule; what waits for the asker is nobody's delay. */
export function ClockLines({ view: { due, state } }: { view: Pick<AskView, 'due' | 'state'> }) {
  const say = useRightsSay()
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
    </div>
  )
}
