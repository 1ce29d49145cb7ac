import { type Language, speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of 我的: my record, who looked, consents, messages, settings. */
export const meTexts = speaker(zh, en)

/** The words for an act or a purpose the server names; the name itself when it is a new one. */
export function meName(language: Language, list: 'act' | 'purpose', value: string): string {
  const words: { readonly [key: string]: string } = language === 'en' ? en : zh
  return words[`${list}.${value}`] ?? value
}
