import { type Calendar, compute, explain, makeCalendar } from '@gongqiao/calendar'
import type { Pool } from '../database/connect.ts'
import { inTransaction } from '../database/tx.ts'
import type { Language } from '../shared/texts.ts'

/** One row of the rule table 时限规则, as of a day. */
export type DeadlineRule = {
  readonly id: string
  readonly article: string
  readonly words_zh: string
  readonly words_en: string
  readonly length: number
  readonly unit: 'hour' | 'day' | 'workday' | 'month' | 'year'
  readonly roll: boolean
  /** Whose time it is: a right of the person's, or a duty of whoever owns the matter. */
  readonly side: 'right' | 'duty'
  readonly effective_from: string
  readonly effective_to: string | null
}

/** A due day 到期日 and whether it rests on a year whose calendar is not official yet (T-CAL-06). */
export type DueDay = { readonly on: string; readonly provisional: boolean }

/** The rule table and the working-day calendar, read once and again on demand: computing a due day asks no database. */
export type Deadlines = {
  /** The rule in force on a day. Throws when there is none: a state names a rule that was never written. */
  rule(id: string, onDay: string): DeadlineRule
  /** When something that began on a day is due under a rule. */
  due(id: string, fromDay: string): DueDay
  /** The due day in plain words (T-17): which event, how many days, which were skipped and why. */
  explain(id: string, fromDay: string, language: Language): string
  readonly calendar: () => Calendar
  /** Reads the tables again, after somebody changed them. */
  reload(): Promise<void>
}

type CalendarRows = Parameters<typeof makeCalendar>

/** Opens the deadlines of an installation. */
export async function openDeadlines(pool: Pool): Promise<Deadlines> {
  let rules = new Map<string, DeadlineRule[]>()
  let calendar: Calendar

  async function reload() {
    await inTransaction(
      pool,
      undefined,
      async (tx) => {
        const rows = await tx.many<DeadlineRule>(
          `select id, article, words_zh, words_en, length, unit, roll, side, effective_from, effective_to
           from kernel.deadline_rule where region = '000000' order by id, effective_from desc`,
        )
        rules = Map.groupBy(rows, (row) => row.id)
        const days = await tx.many<CalendarRows[0][number]>(
          "select day, kind, coalesce(name, '') as name from kernel.calendar_day order by day",
        )
        const years = await tx.many<CalendarRows[1][number]>(
          `select year, case when official then 'published' else 'provisional' end as status from kernel.calendar_year order by year`,
        )
        calendar = makeCalendar(days, years)
      },
      'read only',
    )
  }
  await reload()

  function rule(id: string, onDay: string): DeadlineRule {
    const found = rules
      .get(id)
      ?.find((row) => row.effective_from <= onDay && (row.effective_to ?? '9999-12-31') >= onDay)
    if (!found) throw new Error(`no deadline rule ${id} is in force on ${onDay}`)
    return found
  }
  function computed(id: string, fromDay: string) {
    const { length, unit, roll } = rule(id, fromDay)
    return compute({ trigger: fromDay, length, unit, roll }, calendar)
  }
  return {
    rule,
    due(id, fromDay) {
      const { dueAt, provisional } = computed(id, fromDay)
      return { on: dueAt, provisional }
    },
    explain(id, fromDay, language) {
      const { article, words_zh, words_en } = rule(id, fromDay)
      const counted = explain(computed(id, fromDay).trace, language)
      return language === 'en' ? `${words_en} (${article}). ${counted}` : `${words_zh}（${article}）。${counted}`
    },
    calendar: () => calendar,
    reload,
  }
}
