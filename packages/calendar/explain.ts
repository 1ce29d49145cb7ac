import { explainInChinese } from './explain-in-chinese.ts'
import { explainInEnglish } from './explain-in-english.ts'
import type { Trace } from './trace.ts'

/**
 * Tells in plain words how a date was found: what was counted, what was not, what moved it and what is still open (T-17).
 *
 * Sentences for the person concerned, without article numbers except the rule id the period was given.
 */
export function explain(trace: Trace, language: 'zh' | 'en'): string {
  return language === 'zh' ? explainInChinese(trace) : explainInEnglish(trace)
}
