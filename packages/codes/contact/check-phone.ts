import type { Checked, Fault } from '../checked.ts'
import { tidyHyphenated } from '../tidy.ts'

/** What can be wrong with a mobile number. */
export type PhoneFaultCode = 'empty' | 'characters' | 'country' | 'length' | 'prefix'

/** Where a mobile number is from. */
export type PhonePlace = 'mainland' | 'hong_kong' | 'macao' | 'taiwan'

/** The answer of `checkPhone`. */
export type PhoneChecked = Checked<{ readonly place: PhonePlace }, PhoneFaultCode>

const plans: readonly { place: PhonePlace; dial: string; length: number; start: RegExp }[] = [
  { place: 'mainland', dial: '86', length: 11, start: /^1[3-9]/ },
  { place: 'hong_kong', dial: '852', length: 8, start: /^\d/ },
  { place: 'macao', dial: '853', length: 8, start: /^\d/ },
  { place: 'taiwan', dial: '886', length: 9, start: /^9/ },
]

/**
 * Checks a mobile number (手机号码) and names every fault at once.
 *
 * A mainland number comes back as its 11 digits, others as `+852…`, `+853…`, `+886…`. A number without a country code
 * is a mainland number. Spaces, hyphens, brackets, full-width digits and Taiwan's leading 0 do no harm.
 *
 * @see rulebook 8.10
 */
export function checkPhone(text: string): PhoneChecked {
  const typed = tidyHyphenated(text).replace(/[()]/g, '')
  if (typed === '') return { ok: false, faults: [{ code: 'empty' }] }
  const alien = typed.search(/(?!^\+)\D/)
  if (alien >= 0) return { ok: false, faults: [{ code: 'characters', from: alien + 1, to: alien + 1 }] }

  const international = /^(?:\+|00)(\d*)$/.exec(typed)?.[1] ?? (/^861[3-9]\d{9}$/.test(typed) ? typed : undefined)
  const digits = international ?? `86${typed}`
  const plan = plans.find((row) => digits.startsWith(row.dial))
  if (plan === undefined) return { ok: false, faults: [{ code: 'country' }] }

  const written = digits.slice(plan.dial.length)
  const local = plan.place === 'taiwan' ? written.replace(/^0/, '') : written
  const faults: Fault<PhoneFaultCode>[] = []
  if (local.length !== plan.length) faults.push({ code: 'length' })
  if (!plan.start.test(local)) faults.push({ code: 'prefix' })
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: plan.place === 'mainland' ? local : `+${plan.dial}${local}`,
    place: plan.place,
    warnings: [],
  }
}
