import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useLanguage } from '../kit/language.tsx'
import { useMattersSay } from './texts/index.ts'
import { useMatterWords } from './words.ts'

/** What happened to a matter, first things first: which step, who took it, when, and why. */
export function MatterHistory({ lines }: { lines: ApplicationView['history'] }) {
  const say = useMattersSay()
  const language = useLanguage()
  const { takerOf } = useMatterWords()
  return (
    <>
      <h3>{say('matter.history')}</h3>
      <ol className="timeline">
        {lines.map((line) => (
          <li key={`${line.at} ${line.step}`}>
            <p>
              <strong>{nameOf(language, 'step', line.step)}</strong>
              {line.by === null ? null : <> · {takerOf(line.by)}</>}
            </p>
            <p className="soft">
              <time dateTime={line.at}>{formatInstant(line.at, language)}</time>
              {line.reason === null ? null : <> · {nameOf(language, 'reason', line.reason)}</>}
            </p>
            {line.note === null ? null : <p className="timeline-note">{line.note}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
