import type { MatterExtension, MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { DueWords } from './due-words.tsx'
import { useAmount } from './extend-dialog.tsx'
import type { KindWords } from './kind.ts'
import { useMattersSay } from './texts/index.ts'

/** The clock with its rule in words; one that stands still or waits for the person is nobody's delay. */
export function PanelClock({
  view: { due, paused, waitsForPerson, extension, may },
  words,
}: {
  view: MatterView
  words: KindWords
}) {
  const say = useMattersSay()
  const language = useLanguage()
  if (due === null && paused === null) return null
  return (
    <div className="clock">
      <p className="clock-line">
        {paused !== null ? (
          <strong>
            {say('clock.paused', {
              day: formatDay(paused.since, language),
              reason: words.word(`reason.${paused.reason}`),
            })}
          </strong>
        ) : due === null ? null : waitsForPerson ? (
          <strong>{say('clock.person', { day: formatDay(due.on, language) })}</strong>
        ) : (
          <DueWords on={due.on} overdue={due.overdue} provisional={due.provisional} withDay />
        )}
      </p>
      {due === null ? null : <p className="soft">{due.words}</p>}
      {extension === null || may.includes('extend') ? null : <Others extension={extension} />}
    </div>
  )
}

/** Nobody takes more time for themselves: says who can. */
function Others({ extension: { unit, most, used } }: { extension: MatterExtension }) {
  const say = useMattersSay()
  const amount = useAmount(unit)
  return <p className="soft">{say('extend.others', { left: amount(most - used) })}</p>
}
