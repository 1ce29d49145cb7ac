import { industrySectionOf, industrySections, tidyCode } from '@gongqiao/codes'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import type { UnitLevel } from '../contract.ts'

/*
 * Values as sheets of unions write them: a word in one of its spellings, or the code. What is neither is named, never
 * guessed.
 */

type Words<C extends string> = readonly { readonly code: C; readonly words: readonly [string, ...string[]] }[]

/** Levels a sheet may bring: what stands below a county. */
export const levels: Words<'grassroots' | 'village' | 'township'> = [
  { code: 'grassroots', words: ['基层', '基层工会', '企业工会', '单位工会'] },
  { code: 'village', words: ['村（社区）', '村', '社区', '村工会', '社区工会', '村社区'] },
  { code: 'township', words: ['乡镇（街道）', '乡镇', '街道', '乡镇街道', '镇', '乡', '乡镇工会', '街道工会'] },
]
export type ImportedLevel = (typeof levels)[number]['code'] & UnitLevel

/** Forms of organizing 组织形式. @see ORG-11, ORG-13 */
export const forms: Words<
  'single' | 'joint' | 'project' | 'building' | 'market' | 'park' | 'industry' | 'region' | 'federation'
> = [
  { code: 'single', words: ['单独建会', '单独基层工会', '独立基层工会', '单建', '独立建会', '单一法人单位工会'] },
  { code: 'joint', words: ['联合基层工会', '联合建会', '联合工会', '联建'] },
  { code: 'project', words: ['项目工会', '项目部工会'] },
  { code: 'building', words: ['楼宇工会', '商务楼宇工会'] },
  { code: 'market', words: ['市场工会'] },
  { code: 'park', words: ['园区工会', '开发区工会', '工业园区工会'] },
  { code: 'industry', words: ['行业工会', '行业性工会'] },
  { code: 'region', words: ['区域工会', '区域性工会', '区域联合工会'] },
  { code: 'federation', words: ['工会联合会', '区域（行业）工会联合会', '联合会'] },
]
export type OrgForm = (typeof forms)[number]['code']

const plainWord = (text: string) => plainText(text).replace(/[\s（()）、，,/]/g, '')

function reader<C extends string>(table: Words<C>): (text: string) => C | undefined {
  const known = new Map(table.flatMap(({ code, words }) => words.map((word) => [plainWord(word), code] as const)))
  return (text) => known.get(plainWord(text))
}

/** 工会层级 by word. */
export const readLevel = reader(levels)
/** 组织形式 by word. */
export const readForm = reader(forms)

const sectionNames = new Map(industrySections.map(({ letter, zh }) => [plainWord(zh), letter]))

/** 国民经济行业 by code, with or without its letter, or by the name of its section. @see GB/T 4754-2017 */
export function readIndustry(text: string): string | undefined {
  const code = tidyCode(plainText(text))
  if (industrySectionOf(code) !== undefined) return code
  if (/^\d{2,4}$/.test(code)) {
    const division = Number(code.slice(0, 2))
    const section = industrySections.find((row) => division >= row.firstDivision && division <= row.lastDivision)
    return section && `${section.letter}${code}`
  }
  return sectionNames.get(plainWord(text))
}
