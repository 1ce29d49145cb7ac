import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay, formatUntil } from '@gongqiao/ui/format.ts'
import { networkNow } from '../api/clock.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { mattersTexts } from './texts/index.ts'

/** Tells whether a matter is over: whatever is open has a clock. */
export function isOver(matter: Pick<MyMatter, 'due'>): boolean {
  return matter.due === null
}

/** Tells whether the next word is the reader's own; false while others have the matter. */
export function waitsForMe({ waits }: Pick<MyMatter, 'waits'>): boolean {
  return waits
}

/** Who has a matter, as one line: name, post and union as far as they are known. */
export function ownerWords(owner: MyMatter['owner'], nobody: string): string {
  const named = [owner.name, owner.post].filter((part) => part !== null && part !== '').join(' · ')
  return named === '' ? nobody : `${named} · ${owner.unit}`
}

/**
 * The due day of a matter with how far it is, the day to be safe by where that is earlier (T-12), and the rule in words. A day of the reader's own that has
 * passed is no delay: they may still take their step (T-15).
 */
export function DueWords({ matter }: { matter: MyMatter }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const { due } = matter
  if (due === null) return null
  const today = dayOf(networkNow())
  const until = formatUntil(today, due.on, language)
  return (
    <>
      <span className={due.overdue ? 'due late' : 'due'}>
        {t('dueBy', { day: formatDay(due.on, language), until })}
      </span>
      {due.safeBy === null || due.safeBy < today ? null : (
        <span className="due">{t('safeBy', { day: formatDay(due.safeBy, language) })}</span>
      )}
      {due.overdue ? <span className="due-late">{t('overdue')}</span> : null}
      {waitsForMe(matter) && due.on < today ? <span className="due">{t('ownDayPassed')}</span> : null}
      <details className="due-why">
        <summary>{t('dueWhy')}</summary>
        <p>{due.words}</p>
        <p>{t('article', { article: due.article })}</p>
        {due.provisional ? <p>{t('provisionalDue')}</p> : null}
      </details>
    </>
  )
}
