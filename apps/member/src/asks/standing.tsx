import type { MyAsk } from '@gongqiao/modules/rights/contract.ts'
import { askWords, retaliationWords } from '@gongqiao/modules/rights/texts/kinds.ts'
import { dayOf, formatDay, formatUntil } from '@gongqiao/ui/format.ts'
import { networkNow } from '../api/clock.ts'
import { ownerWords } from '../matters/standing.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { askTexts } from './texts/index.ts'

/** The word for a state of an ask or of a report. */
export function useStateWord() {
  const { language } = usePreferences()
  return ({ kind, state }: Pick<MyAsk, 'kind' | 'state'>): string => {
    const words: { readonly [key: string]: string } =
      kind === 'rights.retaliation' ? retaliationWords[language] : askWords[language]
    return words[`state.${state}`] ?? state
  }
}

/** Tells whether the next word is the asker's. */
export const waitsForAsker = (state: string) => state === 'more' || state === 'answered'

/** How far it is, who has it, by when. */
export function Standing({ ask }: { ask: MyAsk }) {
  const t = useSpeak(askTexts)
  const { language } = usePreferences()
  const stateWord = useStateWord()
  const { due } = ask
  return (
    <section className="standing">
      <dl>
        <div>
          <dt>{t('state')}</dt>
          <dd>{stateWord(ask)}</dd>
        </div>
        <div>
          <dt>{t('owner')}</dt>
          <dd>{waitsForAsker(ask.state) ? t('yourself') : ownerWords(ask.owner, ask.unit.name)}</dd>
        </div>
        <div>
          <dt>{t('due')}</dt>
          <dd>
            {due === null ? (
              t('noDue')
            ) : (
              <>
                <span className={due.overdue ? 'due late' : 'due'}>
                  {formatDay(due.on, language)}（{formatUntil(dayOf(networkNow()), due.on, language)}）
                </span>
                {due.safeBy !== null && due.safeBy >= dayOf(networkNow()) ? (
                  <span className="due">{t('safeBy', { day: formatDay(due.safeBy, language) })}</span>
                ) : null}
                {ask.interim === null ? null : (
                  <span className={ask.interim.overdue ? 'due late' : 'due'}>
                    {t(ask.interim.overdue ? 'interimLate' : 'interimBy', { day: formatDay(ask.interim.on, language) })}
                  </span>
                )}
                {due.stands ? <p className="small soft">{due.stands}</p> : null}
                <details className="due-why">
                  <summary>{t('dueWhy')}</summary>
                  <p>{due.words}</p>
                  {ask.interim === null ? null : <p>{ask.interim.words}</p>}
                </details>
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}
