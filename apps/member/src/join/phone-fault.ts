import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { emptyDraft } from './draft.ts'
import { fetchChecks } from './fetch-checks.ts'

/** What is wrong with a phone number, in words; the checkers come only when they are needed. */
export async function phoneFault(phone: string, language: Language): Promise<string | undefined> {
  const checks = await fetchChecks()
  return checks?.checkStep('phone', { ...emptyDraft, phone }, '2000-01-01', language)
}
