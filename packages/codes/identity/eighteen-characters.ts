import type { Fault } from '../checked.ts'
import { isRealDate } from '../civil-date.ts'
import { identityCheckCharacter } from './identity-check-character.ts'

/** What the 18 characters of a citizen-style number say; a part is absent when its characters are not digits or no date. */
export type EighteenCharacters = {
  readonly faults: readonly Fault<'length' | 'characters' | 'fifteen_digits' | 'date' | 'future_date' | 'checksum'>[]
  readonly address?: string
  readonly birthDate?: string
  readonly sex?: 1 | 2
}

type EighteenFault = EighteenCharacters['faults'][number]

/**
 * Reads a tidied number of the structure 6 address, 8 birth date, 3 sequence, 1 check, naming every fault.
 *
 * Whether the address fits the kind of document is for the caller to say.
 *
 * @see GB 11643-1999
 */
export function readEighteenCharacters(value: string, today: string): EighteenCharacters {
  if (/^\d{15}$/.test(value)) return { faults: [{ code: 'fifteen_digits' }] }

  const faults: EighteenFault[] = []
  if (value.length !== 18) faults.push({ code: 'length' })
  const wrong = value.search(/[^\dX]|X(?!$)/)
  if (wrong >= 0) faults.push({ code: 'characters', from: wrong + 1, to: wrong + 1 })
  if (value.length !== 18) return { faults }

  const birthDate = readBirthDate(value.slice(6, 14), today, faults)
  if (wrong < 0 && identityCheckCharacter(value.slice(0, 17)) !== value.charAt(17)) faults.push({ code: 'checksum' })
  const address = value.slice(0, 6)
  const sequence = value.slice(14, 17)
  return {
    faults,
    ...(/^\d{6}$/.test(address) ? { address } : {}),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(/^\d{3}$/.test(sequence) ? { sex: Number(sequence) % 2 === 1 ? (1 as const) : (2 as const) } : {}),
  }
}

function readBirthDate(digits: string, today: string, faults: EighteenFault[]): string | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
  if (!/^(18|19|20)/.test(year) || !isRealDate(Number(year), Number(month), Number(day))) {
    faults.push({ code: 'date', from: 7, to: 14 })
    return undefined
  }
  const birthDate = `${year}-${month}-${day}`
  if (birthDate > today) faults.push({ code: 'future_date', from: 7, to: 14 })
  return birthDate
}
