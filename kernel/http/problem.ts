import type { Refusal, RefusalTable } from '../refusal.ts'
import type { FieldFault, Problem } from '../shared/problem.ts'
import { fill, type Language, type Texts } from '../shared/texts.ts'

/** All refusals of the installation and their words in both languages. */
export type Words = { readonly refusals: RefusalTable; readonly zh: Texts; readonly en: Texts }

/** The language a request asks for: English where it comes before Chinese, Chinese otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = /\b(zh|en)\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase()
  return first === 'en' ? 'en' : 'zh'
}

/** A refusal as the wire says it: in the reader's language, with its article, every wrong field at once. */
export function problemOf(refusal: Refusal, language: Language, words: Words): Problem {
  const row = words.refusals[refusal.code]
  if (!row) throw new Error(`refusal ${refusal.code} stands in no table`, { cause: refusal })
  const texts = words[language]
  const say = (code: string, variables: { readonly [name: string]: string | number } = {}) =>
    fill(texts[code] ?? code, variables)
  const [title = refusal.code, ...rest] = say(refusal.code, refusal.variables).split('\n')
  const faults: FieldFault[] = refusal.faults.map(({ field, code, variables }) => ({
    field,
    code,
    text: say(code, variables),
  }))
  return {
    type: `https://gongqiao.invalid/problems/${refusal.code}`,
    title,
    status: row.status,
    code: refusal.code,
    detail: rest.join('\n') || title,
    ...(row.basis && { basis: row.basis }),
    ...(faults.length > 0 && { faults }),
    ...(refusal.about && { about: refusal.about }),
  }
}
