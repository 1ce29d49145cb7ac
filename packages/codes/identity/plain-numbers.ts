import type { Fault } from '../checked.ts'
import { identityCheckCharacter } from './identity-check-character.ts'
import type { IdentityKind } from './identity-kinds.ts'

type PlainFault = Fault<'length' | 'characters' | 'prefix' | 'checksum'>

/** Faults of a tidied number of a kind that holds neither birth date nor sex. */
export function plainNumberFaults(kind: IdentityKind, value: string): PlainFault[] {
  switch (kind) {
    case 'passport':
      return shapeFaults(value, /[^A-Z0-9]/, (length) => length >= 5 && length <= 15)
    case 'hk_macao_travel_permit':
      return [
        ...shapeFaults(value.slice(1), /\D/, (length) => length === 8 || length === 10, 1),
        ...(/^[HM]/.test(value) ? [] : [{ code: 'prefix', from: 1, to: 1 } as const]),
      ]
    case 'taiwan_travel_permit':
      return shapeFaults(value, /\D/, (length) => length === 8 || length === 10)
    case 'foreign_permanent_resident_card':
      return /^[A-Z]/.test(value) ? earlierResidentCardFaults(value) : residentCardFaults(value)
    default:
      return shapeFaults(value, /[^\p{L}\p{N}\-()〔〕/·]/u, (length) => length >= 4 && length <= 30)
  }
}

/** 旧版: three letters of the nationality and 12 digits. */
function earlierResidentCardFaults(value: string): PlainFault[] {
  const faults: PlainFault[] = value.length === 15 ? [] : [{ code: 'length' }]
  const letters = value.slice(0, 3).search(/[^A-Z]/)
  const digits = value.slice(3).search(/\D/)
  const at = letters >= 0 ? letters + 1 : digits + 4
  if (letters >= 0 || digits >= 0) faults.push({ code: 'characters', from: at, to: at })
  return faults
}

/** 2023 版: 9, 16 digits and the check character. */
function residentCardFaults(value: string): PlainFault[] {
  const faults = shapeFaults(value, /[^\dX]|X(?!$)/, (length) => length === 18)
  if (!value.startsWith('9')) faults.push({ code: 'prefix', from: 1, to: 1 })
  if (/^\d{17}[\dX]$/.test(value) && identityCheckCharacter(value.slice(0, 17)) !== value.charAt(17)) {
    faults.push({ code: 'checksum' })
  }
  return faults
}

function shapeFaults(value: string, alien: RegExp, fits: (length: number) => boolean, offset = 0): PlainFault[] {
  const faults: PlainFault[] = fits(value.length) ? [] : [{ code: 'length' }]
  const at = value.search(alien) + 1 + offset
  if (at > offset) faults.push({ code: 'characters', from: at, to: at })
  return faults
}
