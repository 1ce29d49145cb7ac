import { tidyCode } from '../tidy.ts'

/** 门类: one of the 20 sections of industry, with the range of two-digit divisions (大类) it holds. */
export type IndustrySection = {
  readonly letter: string
  readonly zh: string
  readonly en: string
  readonly firstDivision: number
  readonly lastDivision: number
}

const rows: readonly (readonly [string, string, string, number, number])[] = [
  ['A', '农、林、牧、渔业', 'agriculture, forestry, animal husbandry and fishery', 1, 5],
  ['B', '采矿业', 'mining', 6, 12],
  ['C', '制造业', 'manufacturing', 13, 43],
  ['D', '电力、热力、燃气及水生产和供应业', 'electricity, heat, gas and water supply', 44, 46],
  ['E', '建筑业', 'construction', 47, 50],
  ['F', '批发和零售业', 'wholesale and retail trade', 51, 52],
  ['G', '交通运输、仓储和邮政业', 'transport, storage and post', 53, 60],
  ['H', '住宿和餐饮业', 'accommodation and catering', 61, 62],
  ['I', '信息传输、软件和信息技术服务业', 'information transmission, software and IT services', 63, 65],
  ['J', '金融业', 'finance', 66, 69],
  ['K', '房地产业', 'real estate', 70, 70],
  ['L', '租赁和商务服务业', 'leasing and business services', 71, 72],
  ['M', '科学研究和技术服务业', 'scientific research and technical services', 73, 75],
  ['N', '水利、环境和公共设施管理业', 'water conservancy, environment and public facilities', 76, 79],
  ['O', '居民服务、修理和其他服务业', 'household, repair and other services', 80, 82],
  ['P', '教育', 'education', 83, 83],
  ['Q', '卫生和社会工作', 'health and social work', 84, 85],
  ['R', '文化、体育和娱乐业', 'culture, sports and entertainment', 86, 90],
  ['S', '公共管理、社会保障和社会组织', 'public administration, social security and social organizations', 91, 96],
  ['T', '国际组织', 'international organizations', 97, 97],
]

/**
 * 国民经济行业分类: the 20 sections A to T over the 97 divisions.
 *
 * @see GB/T 4754-2017
 */
export const industrySections: readonly IndustrySection[] = rows.map(
  ([letter, zh, en, firstDivision, lastDivision]) => ({
    letter,
    zh,
    en,
    firstDivision,
    lastDivision,
  }),
)

/**
 * The section an industry code belongs to, or `undefined` when the code is none.
 *
 * A code is a section letter, alone or followed by a division (2 digits), group (3) or class (4) that lies in that
 * section: `C`, `C13`, `C131`, `C1311`. Groups and classes are not listed here, so only their division is checked.
 */
export function industrySectionOf(code: string): IndustrySection | undefined {
  const parts = /^([A-T])(\d{2})?\d{0,2}$/.exec(tidyCode(code))
  const section = industrySections.find((row) => row.letter === parts?.[1])
  if (section === undefined || parts?.[2] === undefined) return /^[A-T]$/.test(tidyCode(code)) ? section : undefined
  const division = Number(parts[2])
  return division >= section.firstDivision && division <= section.lastDivision ? section : undefined
}

/** Says whether a text is an industry code whose letter and division agree. */
export function isIndustryCode(code: string): boolean {
  return industrySectionOf(code) !== undefined
}
