import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { emptyDraft } from './draft.ts'

/** What is wrong with a phone number, in words; the checkers come only when they are needed. */
export async function phoneFault(phone: string, language: Language): Promise<string | undefined> {
  const { checkStep } = await import('./checks.ts')
  return checkStep('phone', { ...emptyDraft, phone }, '2000-01-01', language)
}
