import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { waitsForPerson } from '@gongqiao/modules/membership/machine.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { DueWords } from './due-words.tsx'
import { useMattersSay } from './texts/index.ts'

/**
 * The clock of a matter with its rule. While it waits for the person there is nothing to be late with: it says since when
 * it waits, until when they have, and that nothing happens by itself after that.
 */
export function MatterClock({
  kind,
  matter: { state, due, history },
}: {
  kind: string
  matter: Pick<ApplicationView, 'state' | 'due' | 'history'>
}) {
  const say = useMattersSay()
  const language = useLanguage()
  if (due === null) return null
  const provisional = due.provisional ? ` ${say('due.provisional.why')}` : ''
  if (!waitsForPerson(kind, state)) {
    return (
      <div className="clock">
        <p className="clock-line">
          <DueWords on={due.on} overdue={due.overdue} provisional={due.provisional} withDay />
        </p>
        <p className="soft">
          {due.words}
          {provisional}
        </p>
      </div>
    )
  }
  const since = [...history].reverse().find((line) => line.to === state && line.from !== state)?.at
  const isOver = due.on < dayOf(Date.now())
  // Whoever proves themselves does it at the officer's window, and the step after it is here.
  const here = state === 'person_check' ? '.here' : ''
  return (
    <div className="clock">
      <p className="clock-line">
        <strong>{since === undefined ? null : say('waiting.since', { day: formatDay(dayOf(since), language) })}</strong>
      </p>
      <p className="soft">
        {say(isOver ? `waiting.over${here}` : `waiting.until${here}`, { day: formatDay(due.on, language) })}
        {provisional}
      </p>
    </div>
  )
}
