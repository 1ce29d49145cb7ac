import { type Random, weighted } from './random.ts'

const legalForm = weighted([
  ['有限公司', 88],
  ['有限责任公司', 6],
  ['股份有限公司', 4],
  ['集团有限公司', 2],
] as const)

// Two quiet characters that are seldom put together, so that hardly any firm bears the word and no known one does.
const brandBeginnings = Array.from('澄岚霁沐翊颂衍栖芷屹峤漾筠岱皓煦沅砚霖峻昀棠沄禾笙洺珩稷茗舟')
const brandEndings = Array.from('屿岫禾衡朗汀序阡潭砺墨弦渚畔楫岩钧笛蓝垣枫驰棣坤璟霄沣翎祺岑')

/** What the names of a county's enterprises may begin with, most frequent first: 龙游, 浙江, 衢州, 龙游县. */
export type NamePrefixes = readonly string[]

/**
 * A maker of enterprise names (place, brand word, trade, legal form) that never repeats itself, nor a brand word within
 * a trade.
 */
export function enterpriseNames(random: Random, prefixes: NamePrefixes): (trade: string) => string {
  const taken = new Set<string>()
  return (trade) => {
    for (let attempt = 0; attempt < 1000; attempt++) {
      const brand = brandWord(random, attempt)
      if (taken.has(brand + trade)) continue
      taken.add(brand + trade)
      return `${random.pickEarly(prefixes)}${brand}${trade}${legalForm(random)}`
    }
    throw new RangeError(`no more names of enterprises in ${trade}`)
  }
}

/** Two characters, and three once two are hard to come by. */
function brandWord(random: Random, attempt: number): string {
  const word = random.pick(brandBeginnings) + random.pick(brandEndings)
  return attempt < 20 ? word : word + random.pick(brandEndings)
}
