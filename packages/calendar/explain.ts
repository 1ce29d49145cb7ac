import { dated as datedInChinese, explainInChinese } from './explain-in-chinese.ts'
import { dated as datedInEnglish, explainInEnglish } from './explain-in-english.ts'
import type { Trace } from './trace.ts'

/**
 * Tells in plain words how a date was found: what was counted, what was not, what moved it and what is still open (T-17).
 *
 * Sentences for the person concerned, without article numbers except the rule id the period was given.
 */
export function explain(trace: Trace, language: 'zh' | 'en'): string {
  return language === 'zh' ? explainInChinese(trace) : explainInEnglish(trace)
}

/** A day as the sentences of an explanation name it: `2026年3月5日（星期四）`, `Thursday, 5 March 2026`. */
export function dayInWords(day: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? datedInChinese(day) : datedInEnglish(day)
}
