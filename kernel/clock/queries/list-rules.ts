import { query } from '../../command/query.ts'
import { type DeadlineRule, deadlineRuleColumns, nation, wordsOfRule } from '../../matter/deadline-rule.ts'
import { Nothing } from '../../shapes.ts'
import type { Language } from '../../shared/texts.ts'
import { readCalendarTables } from '../calendar-rows.ts'
import { RuleList, type RuleVersion } from '../contract.ts'
import { keepsRegion } from '../region.ts'

type Kept = DeadlineRule & { readonly own: boolean }

/** Every version of every time limit 时限规则, the years of the calendar, and which places the reader keeps. */
export const listRules = query({
  act: 'kernel.view_clock',
  by: ['post'],
  input: Nothing,
  output: RuleList,
  async run({ tx, actor, allow, services }) {
    allow.anywhere()
    const rules = await tx.many<Kept>(
      `select ${deadlineRuleColumns}, shipped is null as own from kernel.deadline_rule order by id, region, effective_from desc`,
    )
    const { days, years } = await readCalendarTables(tx)
    const wide = new Map<string, string>()
    for (const { code, name } of services.deadlines.regions()) if (code.endsWith('00')) wide.set(code, name)
    const named = [...wide].map(([code, name]) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1))
    const whole = { code: nation, name: actor.language === 'en' ? 'The whole country' : '全国' }
    const ownPlaces = new Set([...rules.map(({ region }) => region), ...days.map(({ region }) => region)])
    const mayKeep = actor.kind === 'post' && actor.post.acts.has('kernel.change_deadline_rule')
    return {
      rules: rules.map((rule) => versionIn(rule, actor.language)),
      regions: mayKeep ? [whole, ...named].filter(({ code }) => keepsRegion(actor, code)) : [],
      places: [whole, ...named].filter(({ code }) => code === nation || ownPlaces.has(code)),
      years: years.map((year) => ({ ...year })),
    }
  },
})

function versionIn(rule: Kept, language: Language): RuleVersion {
  return {
    id: rule.id,
    region: rule.region,
    article: rule.article,
    source: rule.source,
    wordsZh: rule.words_zh,
    wordsEn: rule.words_en,
    event: wordsOfRule(rule, language).event,
    length: rule.length,
    unit: rule.unit,
    altUnit: rule.alt_unit,
    counting: rule.counting,
    roll: rule.roll,
    side: rule.side,
    bearer: rule.bearer,
    pauseOn: [...rule.pause_on],
    extendMax: rule.extend?.max ?? null,
    onExpire: rule.on_expire,
    confidence: rule.confidence,
    from: rule.effective_from,
    to: rule.effective_to,
    own: rule.own,
  }
}
