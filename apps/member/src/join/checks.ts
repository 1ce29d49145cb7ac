import { ageOn, checkIdentityNumber, checkName, checkPhone, wordsFor } from '@gongqiao/codes'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { isWholeDay } from '../kit/day-parts.ts'
import { type Draft, isCitizenStyle } from './draft.ts'
import type { StepName } from './steps.ts'
import { joinTexts } from './texts/index.ts'

const youngest = 16

/**
 * What is wrong with one answer, in words; undefined when nothing is. The server checks the same by the same rules.
 *
 * @param today the legal day in China, `YYYY-MM-DD`
 * @see rulebook 8.1 to 8.3, 8.10; MEM-04
 */
export function checkStep(step: StepName, draft: Draft, today: string, language: Language): string | undefined {
  const t = joinTexts(language)
  switch (step) {
    case 'number':
      return numberFault(draft, today, language)
    case 'name':
      return sentence(
        language,
        told(checkName(draft.name), (code) => wordsFor('name', code, language)),
      )
    case 'phone':
      return sentence(
        language,
        told(checkPhone(draft.phone), (code) => wordsFor('phone', code, language)),
      )
    case 'birth':
      return birthFault(draft.birthDate, today, language)
    case 'sex':
      return draft.sex === '' ? t('fault.sex') : undefined
    case 'consent':
      if (!draft.agreedNotice) return t('fault.notice')
      return draft.agreedSensitive ? undefined : t('fault.sensitive')
    default:
      return undefined
  }
}

function numberFault(draft: Draft, today: string, language: Language): string | undefined {
  const t = joinTexts(language)
  const checked = checkIdentityNumber(draft.kind, draft.number, { today })
  if (checked.ok) return checked.warnings.includes('age_below_16') ? t('fault.young') : undefined

  const words = told(checked, (code) => wordsFor('identity', code, language))
  if (isCitizenStyle(draft.kind) && checked.faults.some(({ code }) => code === 'length')) {
    words.push(t('fault.count', { count: [...draft.number].length }))
  }
  const wrong = checked.faults.find(({ code }) => code === 'characters')
  if (wrong?.from !== undefined) words.push(t('fault.place', { place: wrong.from }))
  return sentence(language, words)
}

function birthFault(day: string, today: string, language: Language): string | undefined {
  const t = joinTexts(language)
  if (!isWholeDay(day)) return t('fault.birth')
  if (day > today) return wordsFor('identity', 'birth_date', language)
  return ageOn(day, today) < youngest ? t('fault.young') : undefined
}

function told<Code extends string>(
  checked: { readonly ok: true } | { readonly ok: false; readonly faults: readonly { readonly code: Code }[] },
  words: (code: Code) => string,
): string[] {
  return checked.ok ? [] : checked.faults.map(({ code }) => words(code))
}

function sentence(language: Language, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  return language === 'zh' ? `${words.join('；')}。` : words.join(' ')
}
