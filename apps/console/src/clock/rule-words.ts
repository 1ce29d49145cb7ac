import type { RuleVersion } from '@gongqiao/kernel/clock/contract.ts'
import type { ClockSay } from './texts/index.ts'
import type { zh } from './texts/zh.ts'

/** A word of a list whose values come from the server; one that has no word is said as it is. */
export function listed(say: ClockSay, list: string, value: string): string {
  const key = `${list}.${value}`
  const said = say(asKey(key))
  return said === key ? value : said
}

/** Safe because a key without a text is said as itself, which the caller looks at. */
function asKey(key: string): PlainKey {
  return key as PlainKey
}

/** Keys whose texts take no variables. */
type PlainKey = {
  [K in keyof typeof zh]: (typeof zh)[K] extends `${string}{${string}}${string}` ? never : K
}[keyof typeof zh]

/** How long a rule is: `15 个工作日`, `提前满 30 日`. */
export function amountOf(say: ClockSay, { length, unit, counting }: Pick<RuleVersion, 'length' | 'unit' | 'counting'>) {
  const amount = `${length}${say(`unit.${unit}`)}`
  return counting === 'after' ? amount : say(`${counting}.prefix`) + amount
}

/** Rules whose words, article or number hold every word that is typed. */
export function foundIn(rules: readonly RuleVersion[], typed: string, side: 'all' | 'right' | 'duty'): RuleVersion[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter((rule) => {
    if (side !== 'all' && rule.side !== side) return false
    const text = `${rule.id} ${rule.wordsZh} ${rule.wordsEn} ${rule.article} ${rule.event}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The versions of each rule, the newest of the country first; rules in the order of their numbers. */
export function byRule(rules: readonly RuleVersion[]): (readonly [RuleVersion, ...RuleVersion[]])[] {
  const groups = new Map<string, [RuleVersion, ...RuleVersion[]]>()
  for (const rule of rules) {
    const known = groups.get(rule.id)
    if (known) known.push(rule)
    else groups.set(rule.id, [rule])
  }
  return [...groups.values()]
}

/** The holidays a name of the calendar stands for, in the reader's language; a local one keeps its own name. */
export function holidayName(say: ClockSay, name: string): string {
  return name
    .split('、')
    .map((one) => listed(say, 'holiday', one))
    .join(' · ')
}
