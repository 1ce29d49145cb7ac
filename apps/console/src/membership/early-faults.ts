import { checkIdentityNumber, checkName, checkPhone, wordsFor } from '@gongqiao/codes'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import type { WindowDraft, WindowField } from './window-form.ts'

/**
 * What is wrong with what is typed so far, by the rules the server has too, so that staff hear it while the person
 * still holds out the document. An empty field is not wrong yet.
 *
 * @param today the legal day in China, `YYYY-MM-DD`
 * @see rulebook 8.1 to 8.3, 8.10; MEM-04
 */
export function earlyFaults(
  draft: Pick<WindowDraft, 'kind' | 'number' | 'name' | 'phone'>,
  today: string,
  language: Language,
): ReadonlyMap<WindowField, string> {
  const faults = new Map<WindowField, string>()
  const tell = (field: WindowField, words: readonly string[]) => {
    if (words.length > 0) faults.set(field, words.join(language === 'zh' ? '；' : ' '))
  }
  if (draft.number.trim() !== '') {
    const checked = checkIdentityNumber(draft.kind, draft.number, { today })
    const codes = checked.ok
      ? checked.warnings.filter((code) => code === 'age_below_16')
      : checked.faults.map(({ code }) => code)
    tell(
      'number',
      codes.map((code) => wordsFor('identity', code, language)),
    )
  }
  if (draft.name.trim() !== '') {
    const checked = checkName(draft.name)
    tell('name', checked.ok ? [] : checked.faults.map(({ code }) => wordsFor('name', code, language)))
  }
  if (draft.phone.trim() !== '') {
    const checked = checkPhone(draft.phone)
    tell('phone', checked.ok ? [] : checked.faults.map(({ code }) => wordsFor('phone', code, language)))
  }
  return faults
}
