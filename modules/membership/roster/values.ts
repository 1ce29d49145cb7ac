import { ethnicities, type IdentityKind, identityKindOfCode, identityKinds } from '@gongqiao/codes'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'

/*
 * Values as sheets write them: the national code, or the Chinese word in one of its spellings. What is neither is named,
 * never guessed.
 */

type Words = ReadonlyMap<string, string>

const plainWord = (text: string) => plainText(text).replace(/[\s（()）、，,/]/g, '')

function words(rows: readonly (readonly [code: string, ...words: string[]])[]): Words {
  return new Map(rows.flatMap(([code, ...spellings]) => spellings.map((word) => [plainWord(word), code] as const)))
}

/** A code as it is kept, or undefined for a value that is none: `1` and `01` are one code. */
function codeIn(text: string, known: ReadonlySet<string>, spoken: Words, digits: number): string | undefined {
  const plain = plainWord(text)
  const padded = /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '').padStart(digits, '0') : plain
  // A code with its word behind it: 01汉族.
  const [, code = '', word = ''] = /^(\d{1,2})[-.:：]?(\D+)$/.exec(plain) ?? []
  if (known.has(padded)) return padded
  if (word !== '' && spoken.get(word) === code.padStart(digits, '0')) return spoken.get(word)
  return spoken.get(plain)
}

const ethnicityCodes: ReadonlySet<string> = new Set(ethnicities.rows.map(({ code }) => code))
const ethnicityWords = words(
  ethnicities.rows.map(({ code, zh }) => [code, zh, ...(zh.endsWith('族') && zh.length > 1 ? [zh.slice(0, -1)] : [])]),
)

/** 民族 by GB/T 3304 code or word. */
export function readEthnicity(text: string): string | undefined {
  return codeIn(text, ethnicityCodes, ethnicityWords, 2)
}

const employmentRows = [
  ['1', '在岗', '在职', '在编', '正常'],
  ['2', '待（下）岗', '待岗', '下岗', '待下岗', '内部待岗'],
  ['3', '失业'],
  ['4', '退休'],
  ['5', '离休'],
  ['6', '退职'],
  ['7', '退养', '内退', '退养（内退）', '内部退养'],
  ['8', '病休', '长期病休'],
  ['9', '其他', '其它'],
] as const
const employmentCodes: ReadonlySet<string> = new Set(employmentRows.map(([code]) => code))
const employmentWords = words(employmentRows)

/** 就业状况 by code 1 to 9 or word (rulebook 4.3). */
export function readEmployment(text: string): string | undefined {
  return codeIn(text, employmentCodes, employmentWords, 1)
}

const changeRows = [
  ['1', '入会', '新入会', '发展', '加入'],
  ['2', '转入', '接转', '转会'],
  ['3', '保留', '保留会籍', '会籍保留'],
  ['4', '转出'],
  ['5', '除名', '开除', '开除会籍'],
  ['6', '退会', '自动退会'],
] as const
const changeCodes: ReadonlySet<string> = new Set(changeRows.map(([code]) => code))
const changeWords = words(changeRows)

/** 会籍变化类型 by code 1 to 6 or word (rulebook 4.3). */
export function readChange(text: string): number | undefined {
  const code = codeIn(text, changeCodes, changeWords, 1)
  return code === undefined ? undefined : Number(code)
}

const sexWords = new Map<string, 'male' | 'female' | 'unknown'>([
  ...(['男', '男性', '1', '01', 'M', 'm', '男士'] as const).map((word) => [word, 'male'] as const),
  ...(['女', '女性', '2', '02', 'F', 'f', '女士'] as const).map((word) => [word, 'female'] as const),
  ...(['0', '9', '未知', '未说明', '未知的性别'] as const).map((word) => [word, 'unknown'] as const),
])

/** 性别 by GB/T 2261.1 code or word. */
export function readSex(text: string): 'male' | 'female' | 'unknown' | undefined {
  return sexWords.get(plainWord(text))
}

const kindWords = words([
  ...identityKinds.map(({ kind, zh }) => [kind, zh] as const),
  ['resident_card', '身份证', '二代身份证', '居民户口簿', '中国居民身份证', '第二代居民身份证'],
  ['hk_macao_residence_permit', '港澳居住证', '港澳居民居住证'],
  ['taiwan_residence_permit', '台湾居住证'],
  ['foreign_permanent_resident_card', '外国人永久居留证', '外国人居留证', '永久居留身份证'],
  ['hk_macao_travel_permit', '港澳通行证', '回乡证', '港澳居民通行证'],
  ['taiwan_travel_permit', '台胞证', '台湾通行证'],
  ['military_officer_card', '军人证', '士兵证', '警官证'],
  ['other', '其他', '其它', '其他证件'],
])

/** 有效证件类别 by the union's code 1 to 9 or by word. */
export function readIdentityKind(text: string): IdentityKind | undefined {
  const plain = plainWord(text)
  if (/^0?\d$/.test(plain)) return identityKindOfCode(Number(plain))
  return identityKinds.find(({ kind }) => kind === kindWords.get(plain))?.kind
}

/** A day as sheets write it, or a month where they write no day. */
export type DayRead = { readonly day: string } | { readonly month: string }

const dayForms = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/,
] as const
const monthForms = [/^(\d{4})(\d{2})$/, /^(\d{4})[-/.年](\d{1,2})月?$/] as const

/** Reads a day in any of the usual spellings; whether it is in the calendar is not asked here. */
export function readDay(text: string): DayRead | undefined {
  const plain = plainText(text).replace(/\s*([-/.年月日])\s*/g, '$1')
  for (const form of dayForms) {
    const [, year, month = '', day = ''] = form.exec(plain) ?? []
    if (year !== undefined) return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
  }
  for (const form of monthForms) {
    const [, year, month = ''] = form.exec(plain) ?? []
    if (year !== undefined) return { month: `${year}-${month.padStart(2, '0')}` }
  }
  return undefined
}
