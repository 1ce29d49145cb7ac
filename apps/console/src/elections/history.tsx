import type { ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { useElectionsSay } from './texts/index.ts'
import { plainWord } from './words.ts'

/** What happened, first things first: which step, who took it, when, and why. */
export function History({ lines }: { lines: ElectionView['history'] }) {
  const say = useElectionsSay()
  const language = useLanguage()
  return (
    <section aria-labelledby="history">
      <h3 id="history">{say('history')}</h3>
      <ol className="timeline">
        {lines.map(({ at, step, by, reason, note }) => (
          <li key={`${at} ${step}`}>
            <p>
              <strong>{plainWord(say, `step.${step}`)}</strong>
              {by === null ? null : <> · {by}</>}
            </p>
            <p className="soft">
              <time dateTime={at}>{formatInstant(at, language)}</time>
              {reason === null ? null : <> · {step === 'vote_again' ? plainWord(say, `round.${reason}`) : reason}</>}
            </p>
            {note === null ? null : <p className="timeline-note">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
