import type { Checked, Fault } from '../checked.ts'
import { ageOn, isCivilDay } from '../civil-date.ts'
import { provinceOf } from '../division/division.ts'
import type { SexCode } from '../tables/sexes.ts'
import { tidyCode } from '../tidy.ts'
import { readEighteenCharacters } from './eighteen-characters.ts'
import { holdsBirthAndSex, type IdentityKind } from './identity-kinds.ts'
import { plainNumberFaults } from './plain-numbers.ts'

/** What can be wrong with an identity number, or with the birth date and sex typed beside it. */
export type IdentityFaultCode =
  | 'empty'
  | 'length'
  | 'characters'
  | 'fifteen_digits'
  | 'prefix'
  | 'region'
  | 'date'
  | 'future_date'
  | 'checksum'
  | 'birth_date'
  | 'birth_date_mismatch'
  | 'sex_mismatch'

/** What is unusual about a valid identity number; it refuses nothing. */
export type IdentityWarning =
  | 'age_below_16'
  | 'age_above_100'
  | 'address_unknown'
  | 'address_of_permit'
  | 'birth_date_unlike_number'

/** What the person typed beside the number, and what the checker cannot know by itself. */
export type IdentityContext = {
  /** The civil day of the check in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string
  /** Typed birth date, `YYYY-MM-DD`. */
  readonly birthDate?: string
  /** Typed sex; 0 and 9 say nothing and contradict nothing. */
  readonly sex?: SexCode
  /** Says whether a six-digit address is or ever was a division; without it no address is doubted. */
  readonly isKnownDivision?: (code: string) => boolean
}

/** Birth date and sex: of the number where it holds them, else as typed. */
export type IdentityFound = { readonly birthDate?: string; readonly sex?: 1 | 2 }

/** The answer of `checkIdentityNumber`. */
export type IdentityChecked = Checked<IdentityFound, IdentityFaultCode, IdentityWarning>

const permitAddresses: Partial<Record<IdentityKind, readonly string[]>> = {
  hk_macao_residence_permit: ['810000', '820000'],
  taiwan_residence_permit: ['830000'],
}

/**
 * Checks an identity number of a stated kind and names every fault at once.
 *
 * The kind is what the person picked: it is never guessed from a checksum, since one text can pass several. The value
 * comes back tidied (narrow, upper case, no spaces). What the number holds wins over what was typed, and a
 * contradiction is a fault. An age outside 16 to 100 is a warning: whether it excludes is another rule's question.
 *
 * @throws RangeError when `today` is no day written `YYYY-MM-DD`
 * @see GB 11643-1999; rulebook 8.1 to 8.3
 */
export function checkIdentityNumber(kind: IdentityKind, text: string, context: IdentityContext): IdentityChecked {
  if (!isCivilDay(context.today)) throw new RangeError(`today is not a day written YYYY-MM-DD: ${context.today}`)
  const value = tidyCode(text)
  const faults: Fault<IdentityFaultCode>[] = []
  const warnings: IdentityWarning[] = []

  const typed = readTypedBirthDate(context, faults)
  const found = value === '' ? {} : readNumber(kind, value, context, faults, warnings)
  if (value === '') faults.unshift({ code: 'empty' })

  const birthDate = found.birthDate ?? typed
  const sex = found.sex ?? knownSex(context.sex)
  if (typed !== undefined && birthDate !== typed) faults.push({ code: 'birth_date_mismatch' })
  if (knownSex(context.sex) !== undefined && sex !== context.sex) faults.push({ code: 'sex_mismatch' })
  if (faults.length > 0) return { ok: false, faults }

  if (birthDate !== undefined) warnings.push(...ageWarnings(ageOn(birthDate, context.today)))
  return {
    ok: true,
    value,
    warnings,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
  }
}

function readNumber(
  kind: IdentityKind,
  value: string,
  context: IdentityContext,
  faults: Fault<IdentityFaultCode>[],
  warnings: IdentityWarning[],
): IdentityFound {
  if (!holdsBirthAndSex(kind)) {
    faults.push(...plainNumberFaults(kind, value))
    if (kind === 'foreign_permanent_resident_card' && holdsAnotherDate(value, context)) {
      warnings.push('birth_date_unlike_number')
    }
    return {}
  }
  const { faults: own, address, birthDate, sex } = readEighteenCharacters(value, context.today)
  faults.push(...own)
  if (address !== undefined) checkAddress(kind, address, context, faults, warnings)
  return { ...(birthDate === undefined ? {} : { birthDate }), ...(sex === undefined ? {} : { sex }) }
}

function checkAddress(
  kind: IdentityKind,
  address: string,
  context: IdentityContext,
  faults: Fault<IdentityFaultCode>[],
  warnings: IdentityWarning[],
): void {
  const allowed = permitAddresses[kind]
  if (allowed !== undefined) {
    if (!allowed.includes(address)) faults.push({ code: 'region', from: 1, to: 6 })
  } else if (/^8[123]/.test(address)) {
    warnings.push('address_of_permit')
  } else if (provinceOf(address) === undefined) {
    faults.push({ code: 'region', from: 1, to: 2 })
  } else if (context.isKnownDivision?.(address) === false) {
    warnings.push('address_unknown')
  }
}

function readTypedBirthDate(context: IdentityContext, faults: Fault<IdentityFaultCode>[]): string | undefined {
  if (context.birthDate === undefined) return undefined
  if (isCivilDay(context.birthDate) && context.birthDate >= '1800' && context.birthDate <= context.today) {
    return context.birthDate
  }
  faults.push({ code: 'birth_date' })
  return undefined
}

/** The layout of the 2023 card is not confirmed, so a date that differs there is only remarked upon. */
function holdsAnotherDate(value: string, context: IdentityContext): boolean {
  if (context.birthDate === undefined || !/^9\d{16}[\dX]$/.test(value)) return false
  const date = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
  return isCivilDay(date) && date !== context.birthDate
}

function knownSex(sex: SexCode | undefined): 1 | 2 | undefined {
  return sex === 1 || sex === 2 ? sex : undefined
}

function ageWarnings(age: number): IdentityWarning[] {
  if (age < 16) return ['age_below_16']
  return age > 100 ? ['age_above_100'] : []
}
