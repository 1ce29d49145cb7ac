import { type Language, speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks the words both screens share: a wrong key does not compile. */
export const word = speaker(zh, en)

/** The name of a value out of a list the server may lengthen (`state.confirmed`): its word, or the value itself when unknown. */
export function nameOf(language: Language, list: string, value: string): string {
  const words: { readonly [key: string]: string } = language === 'en' ? en : zh
  return words[`${list}.${value}`] ?? value
}
