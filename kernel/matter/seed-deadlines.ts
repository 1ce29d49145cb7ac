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

/** Writes rules and official calendar years that are not there yet; what an installation has edited stays. */
export async function seedDeadlines(tx: Tx, rules: readonly NewDeadlineRule[]): Promise<void> {
  await tx.run(
    `insert into kernel.deadline_rule (id, region, article, words_zh, words_en, length, unit, roll, side, confidence, effective_from)
     select id, '000000', article, words_zh, words_en, length, unit, roll, side, confidence, effective_from
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::boolean[], $8::text[], $9::text[], $10::date[])
       as r (id, article, words_zh, words_en, length, unit, roll, side, confidence, effective_from)
     on conflict do nothing`,
    [
      rules.map((rule) => rule.id),
      rules.map((rule) => rule.article),
      rules.map((rule) => rule.wordsZh),
      rules.map((rule) => rule.wordsEn),
      rules.map((rule) => rule.length),
      rules.map((rule) => rule.unit),
      rules.map((rule) => rule.roll),
      rules.map((rule) => rule.side),
      rules.map((rule) => rule.confidence),
      rules.map((rule) => rule.from),
    ],
  )
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
