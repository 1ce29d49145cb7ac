import { officialDays, officialYears } from '@gongqiao/calendar'
import type { Tx } from '../database/tx.ts'
import { type DeadlineRule, deadlineRuleColumns } from './deadline-rule.ts'

/**
 * A row of the rule table as a module first writes it. What is left out: the source is the article; a duty that has passed
 * rises and a right's end changes nothing; it reminds at every mark; it is counted after its event and read in one way.
 */
export type NewDeadlineRule = Pick<
  DeadlineRule,
  'id' | 'article' | 'length' | 'unit' | 'roll' | 'side' | 'confidence'
> & {
  readonly wordsZh: string
  readonly wordsEn: string
  readonly from: string
  readonly source?: string
  readonly triggerZh?: string
  readonly triggerEn?: string
  readonly altUnit?: 'day' | 'workday'
  readonly counting?: DeadlineRule['counting']
  readonly bearer?: string
  readonly pauseOn?: readonly string[]
  readonly extend?: DeadlineRule['extend']
  readonly onExpire?: DeadlineRule['on_expire']
  readonly reminders?: DeadlineRule['reminders']
  /** Division code, where it holds for one place only. */
  readonly region?: string
}

/** The row a rule is kept as. */
export function ruleRow(rule: NewDeadlineRule): DeadlineRule {
  const { wordsZh, wordsEn, from, triggerZh, triggerEn, altUnit, pauseOn, onExpire, ...same } = rule
  return {
    region: '000000',
    source: rule.article,
    counting: 'after',
    bearer: rule.side === 'right' ? 'person' : 'union',
    extend: null,
    reminders: null,
    ...same,
    words_zh: wordsZh,
    words_en: wordsEn,
    trigger_zh: triggerZh ?? '',
    trigger_en: triggerEn ?? '',
    alt_unit: altUnit ?? null,
    pause_on: pauseOn ?? [],
    on_expire: onExpire ?? (rule.side === 'duty' ? 'raise' : 'none'),
    effective_from: from,
    effective_to: null,
  }
}

/**
 * Writes the rules 时限规则 that are new, and those that the code has changed; one statement, which writes nothing when
 * nothing is new.
 *
 * A row that the installation has edited stays: `shipped` keeps the row as the code last wrote it, and a row that says
 * anything else has been edited, an `effective_to` included. A row made by the installation itself, of a region or from a day
 * of its own, is never looked at. A row that was deleted comes back, since a state without its rule has no clock: to end
 * one, give it an `effective_to`.
 *
 * Changed words or a changed article may be written over; another length or unit is a row with another `from`, so that what
 * began under the old one keeps its due day.
 *
 * @returns how many rows were written
 * @see G-07
 */
export function keepDeadlineRules(tx: Tx, rules: readonly NewDeadlineRule[]): Promise<number> {
  return tx.run(
    `insert into kernel.deadline_rule (${deadlineRuleColumns}, shipped)
     select ${written.map((column) => `r.${column}`).join(', ')}, s.rule
     from jsonb_array_elements($1::jsonb) as s (rule)
     cross join jsonb_populate_record(null::kernel.deadline_rule, s.rule) as r
     left join kernel.deadline_rule d on (d.id, d.region, d.effective_from) = (r.id, r.region, r.effective_from)
     where d.id is null or (d.shipped is distinct from s.rule and not exists (
       select from jsonb_each(coalesce(d.shipped, s.rule)) as said where to_jsonb(d) -> said.key is distinct from said.value))
     on conflict (id, region, effective_from) do update
       set ${written
         .filter((column) => !isKey(column))
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')},
         shipped = excluded.shipped`,
    [JSON.stringify(rules.map(ruleRow))],
  )
}

const written = deadlineRuleColumns.split(/,\s*/)
/** Neither is `effective_to` written over: a rule that was ended here stays ended. */
const isKey = (column: string) => ['id', 'region', 'effective_from', 'effective_to'].includes(column)

/** Writes the rules, and official calendar years that are not there yet: what a new installation begins with. */
export async function seedDeadlines(tx: Tx, rules: readonly NewDeadlineRule[]): Promise<void> {
  await keepDeadlineRules(tx, rules)
  const years = officialYears.filter((year) => year.status === 'published')
  const added = await tx.many<{ year: number }>(
    `insert into kernel.calendar_year (year, official, source) select year, true, source from unnest($1::int[], $2::text[]) as y (year, source)
     on conflict (year) do nothing returning year`,
    [years.map((year) => year.year), years.map((year) => year.source ?? '')],
  )
  const fresh = new Set(added.map((row) => row.year))
  const days = officialDays.filter((row) => fresh.has(Number(row.day.slice(0, 4))))
  await tx.run(
    `insert into kernel.calendar_day (day, kind, name) select * from unnest($1::date[], $2::text[], $3::text[]) on conflict (day, region) do nothing`,
    [days.map((row) => row.day), days.map((row) => row.kind), days.map((row) => row.name ?? null)],
  )
}
