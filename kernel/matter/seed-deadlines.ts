import { officialDays, officialYears } from '@gongqiao/calendar'
import type { Tx } from '../database/tx.ts'
import type { DeadlineRule } from './deadlines.ts'

/** A row of the rule table as a module first writes it. */
export type NewDeadlineRule = Pick<DeadlineRule, 'id' | 'article' | 'length' | 'unit' | 'roll' | 'side'> & {
  readonly wordsZh: string
  readonly wordsEn: string
  readonly confidence: 'V1' | 'V2' | 'U' | 'REC'
  readonly from: string
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
  const rows = rules.map(({ wordsZh, wordsEn, from, ...rule }) => ({
    ...rule,
    ...{ region: '000000', words_zh: wordsZh, words_en: wordsEn, effective_from: from, effective_to: null },
  }))
  return tx.run(
    `insert into kernel.deadline_rule
       (id, region, article, words_zh, words_en, length, unit, roll, side, confidence, effective_from, effective_to, shipped)
     select r.id, r.region, r.article, r.words_zh, r.words_en, r.length, r.unit, r.roll, r.side, r.confidence, r.effective_from,
       r.effective_to, s.rule
     from jsonb_array_elements($1::jsonb) as s (rule)
     cross join jsonb_populate_record(null::kernel.deadline_rule, s.rule) as r
     left join kernel.deadline_rule d on (d.id, d.region, d.effective_from) = (r.id, r.region, r.effective_from)
     where d.id is null or (d.shipped is distinct from s.rule and to_jsonb(d) @> coalesce(d.shipped, s.rule))
     on conflict (id, region, effective_from) do update set article = excluded.article, words_zh = excluded.words_zh,
       words_en = excluded.words_en, length = excluded.length, unit = excluded.unit, roll = excluded.roll, side = excluded.side,
       confidence = excluded.confidence, shipped = excluded.shipped`,
    [JSON.stringify(rows)],
  )
}

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
    `insert into kernel.calendar_day (day, kind, name) select * from unnest($1::date[], $2::text[], $3::text[]) on conflict (day) do nothing`,
    [days.map((row) => row.day), days.map((row) => row.kind), days.map((row) => row.name ?? null)],
  )
}
