import type { ParameterReach } from '@gongqiao/modules/elections/contract.ts'
import { formatDay, formatNumber } from '@gongqiao/ui/format.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { useElectionsSay } from './texts/index.ts'
import { kindWord, stateWord } from './words.ts'

type Shown = { readonly reach: ParameterReach | undefined; readonly pending: boolean; readonly failure: unknown }

/** Which open elections a change reaches: one sentence, then their list. */
export function ReachPanel({ reach, pending, failure }: Shown) {
  const say = useElectionsSay()
  const language = useLanguage()
  if (failure) return <FailureNotice failure={failure} quiet />
  if (pending) return <Loading what={say('reach')} rows={2} />
  if (!reach) return null
  const { elections, shown, complete } = reach
  return (
    <section className="parameter-reach" aria-labelledby="parameter-reach">
      <h3 id="parameter-reach">{say('reach')}</h3>
      <p role="status">
        {elections === 0 ? say('reach.none') : say('reach.count', { elections: formatNumber(elections) })}{' '}
        {complete ? '' : say('reach.part')}
      </p>
      {shown.length === 0 ? null : (
        <ul>
          {shown.map(({ matter, kind, state, unit, meetingOn }) => (
            <li key={matter}>
              {unit} · {kindWord(say, kind)} · {stateWord(say, state)} ·{' '}
              {say('reach.meets', { day: formatDay(meetingOn, language) })}
            </li>
          ))}
        </ul>
      )}
      {shown.length < elections ? <p className="soft">{say('reach.more', { shown: shown.length })}</p> : null}
    </section>
  )
}
