import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { useKindWords } from '../matters/kind.ts'
import { useFoundingSay } from './texts/index.ts'

/** What became of a founding or an application, step by step: who did it, when and why. */
export function History({ kind, lines }: { kind: string; lines: FoundingView['history'] }) {
  const say = useFoundingSay()
  const language = useLanguage()
  const words = useKindWords(kind)
  const who = (by: string | null) =>
    by === 'system' ? say('history.system') : by === null || by === 'person' ? say('history.person') : by
  return (
    <section className="founding-section" aria-labelledby="founding-history">
      <h3 id="founding-history">{say('history')}</h3>
      <ol className="timeline">
        {lines.map((one) => (
          <li key={`${one.at} ${one.step}`}>
            <strong>{words.word(`step.${one.step}`)}</strong>{' '}
            <span className="soft">
              {formatInstant(one.at, language)} · {who(one.by)}
            </span>
            {one.reason === null ? null : <p className="timeline-note">{words.word(`reason.${one.reason}`)}</p>}
            {one.note === null ? null : <p className="timeline-note">{one.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
