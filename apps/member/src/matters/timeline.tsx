import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import type { KindWords } from './kinds.ts'
import { mattersTexts } from './texts/index.ts'

/** What happened to a matter, the latest first: when, what, by whom, why. */
export function Timeline({ lines, words }: { lines: MyMatter['history']; words: KindWords }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const byWords = (by: string) => (by === 'person' || by === 'system' ? t(`by.${by}`) : by)
  return (
    <ol className="timeline">
      {[...lines].reverse().map((line) => (
        <li key={`${line.at}${line.step}`}>
          <p className="timeline-what">
            {words('step', line.step)}
            <span className="soft"> · {words('state', line.to)}</span>
          </p>
          <p className="small soft">
            {formatInstant(line.at, language)}
            {line.by === null ? '' : ` · ${byWords(line.by)}`}
          </p>
          {line.reason === null ? null : <p>{t('reason', { reason: words('reason', line.reason) })}</p>}
          {line.note === null ? null : <p>{t('note', { note: line.note })}</p>}
        </li>
      ))}
    </ol>
  )
}
