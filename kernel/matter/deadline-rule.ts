import type { ReminderMark } from '@gongqiao/calendar'
import type { Language } from '../shared/texts.ts'

/** How far a clock may be prolonged 延长, in the rule's own unit: by whose leave, and who is told before the due day (T-16). */
export type Extension = {
  readonly max: number
  readonly approver?: string
  readonly approverEn?: string
  readonly notify?: string
}

/** What follows when the day has passed 届满后果; `raise` is one level up, `none` that nothing happens by itself. */
export const onExpires = [
  'none',
  'raise',
  'lapses',
  'opens_next',
  'takes_effect',
  'counts_as_refused',
  'breach',
] as const
export type OnExpire = (typeof onExpires)[number]

/** The reminders that come before or on the due day (T-15). */
export const reminderMarks = ['half', 'four_fifths', 'three_workdays_before', 'one_workday_before', 'due_day'] as const
export type BeforeMark = Extract<ReminderMark, (typeof reminderMarks)[number]>

/** How the days are counted: from the day after an event, or back from one, with or without full days between (T-13). */
export const countings = ['after', 'before', 'before_clear'] as const
export type Counting = (typeof countings)[number]

/** One row of the rule table 时限规则: one version of a rule for one place. */
export type DeadlineRule = {
  readonly id: string
  /** Division code of the place it holds for; `000000` the whole country. */
  readonly region: string
  readonly article: string
  readonly source: string
  readonly words_zh: string
  readonly words_en: string
  readonly trigger_zh: string
  readonly trigger_en: string
  readonly length: number
  readonly unit: 'hour' | 'day' | 'workday' | 'month' | 'year'
  /** The other reading of 日, where the law leaves it open (T-12). */
  readonly alt_unit: 'day' | 'workday' | null
  readonly counting: Counting
  readonly roll: boolean
  /** Whose time it is: a right of the person's, or a duty of whoever owns the matter. */
  readonly side: 'right' | 'duty'
  readonly bearer: string
  readonly pause_on: readonly string[]
  readonly extend: Extension | null
  readonly on_expire: OnExpire
  /** Null: all of them. */
  readonly reminders: readonly BeforeMark[] | null
  readonly confidence: 'V1' | 'V2' | 'U' | 'REC'
  readonly effective_from: string
  readonly effective_to: string | null
}

export const deadlineRuleColumns = `id, region, article, source, words_zh, words_en, trigger_zh, trigger_en, length, unit,
  alt_unit, counting, roll, side, bearer, pause_on, extend, on_expire, reminders, confidence, effective_from, effective_to`

/** A rule's words and event in a language. */
export function wordsOfRule(
  rule: DeadlineRule,
  language: Language,
): { readonly words: string; readonly event: string } {
  return language === 'en'
    ? { words: rule.words_en, event: rule.trigger_en }
    : { words: rule.words_zh, event: rule.trigger_zh }
}

/** The division code that stands for the whole country. */
export const nation = '000000'

/** The places of a rule, the smallest first and in each the newest version first. */
export type RuleBook = ReadonlyMap<string, readonly DeadlineRule[]>

/** Orders rows of the rule table for `ruleIn`. */
export function ruleBook(rows: readonly DeadlineRule[]): RuleBook {
  const bySize = [...rows].sort(
    (a, b) =>
      divisionPrefix(b.region).length - divisionPrefix(a.region).length ||
      (a.effective_from < b.effective_from ? 1 : -1),
  )
  return Map.groupBy(bySize, (row) => row.id)
}

/**
 * The version of a rule in force on a day: that of the smallest place around `region`, and of several the newest; without
 * a region, the nation's.
 */
export function ruleIn(book: RuleBook, id: string, onDay: string, region?: string): DeadlineRule | undefined {
  const rows = book.get(id)
  if (rows === undefined) return undefined
  for (const row of rows) {
    if (row.effective_from > onDay) continue
    if (row.effective_to !== null && row.effective_to < onDay) continue
    if (row.region === nation || region?.startsWith(divisionPrefix(row.region)) === true) return row
  }
  return undefined
}

/** The digits of a division code that all places below it begin with: `440100` gives `4401`. */
export function divisionPrefix(region: string): string {
  return region.replace(/(?:00)+$/, '')
}
