import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

/** The text messages this module sends to phones, as templates. */
export function phoneTexts(language: Language): { readonly code: string; readonly changed: string } {
  const texts = language === 'en' ? en : zh
  return { code: texts['people.phone_code_text'], changed: texts['people.phone_changed_text'] }
}
