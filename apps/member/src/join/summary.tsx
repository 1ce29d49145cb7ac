import { formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { group } from '../kit/grouping.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { type Draft, isCitizenStyle } from './draft.ts'
import type { StepName } from './steps.ts'
import { joinTexts } from './texts/index.ts'

/** What was filled in, once more before it is sent, each with the way back to it. */
export function Summary({ draft, onGo }: { draft: Draft; onGo: (step: StepName) => void }) {
  const t = useSpeak(joinTexts)
  const { language } = usePreferences()
  const rows: [StepName, string][] = [
    ['name', draft.name],
    ['number', `${nameOf(language, 'identity', draft.kind)} ${shownNumber(draft)}`],
    ...(isCitizenStyle(draft.kind)
      ? []
      : ([
          ['birth', formatDay(draft.birthDate, language)],
          ['sex', draft.sex === '' ? '' : nameOf(language, 'sex', draft.sex)],
        ] satisfies [StepName, string][])),
    ['phone', group(draft.phone, draft.phone.startsWith('1') ? [3, 4, 4] : [])],
  ]
  return (
    <section className="summary" aria-label={t('summary')}>
      <h2>{t('summary')}</h2>
      <dl>
        {rows.map(([step, text]) => (
          <div key={step} className="row">
            <dt>{t(step)}</dt>
            <dd>
              <span>{text}</span>
              <button
                type="button"
                className="link"
                aria-label={t('changeWhat', { what: t(step) })}
                onClick={() => onGo(step)}
              >
                {t('change')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function shownNumber(draft: Draft): string {
  return isCitizenStyle(draft.kind) ? group(draft.number, [6, 4, 4, 4]) : draft.number
}
