import { isCivilDay } from '../civil-date.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const characters = '10X98765432'

/**
 * The check character (校验码) over 17 digits.
 *
 * @throws RangeError unless exactly 17 ASCII digits are given
 * @see GB 11643-1999, ISO 7064 MOD 11-2
 */
export function identityCheckCharacter(seventeen: string): string {
  if (!/^\d{17}$/.test(seventeen)) throw new RangeError('a check character is made over exactly 17 digits')
  const sum = weights.reduce((total, weight, i) => total + weight * (seventeen.charCodeAt(i) - 48), 0)
  return characters.charAt(sum % 11)
}

/** 17 digits with their check character behind them. */
export function withIdentityCheckCharacter(seventeen: string): string {
  return seventeen + identityCheckCharacter(seventeen)
}

/**
 * Builds a number for demonstration data that passes every check; whether anybody holds it is not known here.
 *
 * @param parts address of 6 digits, birth date `YYYY-MM-DD`, sequence 0 to 999 (odd male, even female)
 * @throws RangeError when a part is out of its bounds
 */
export function makeIdentityNumber(parts: {
  readonly address: string
  readonly birthDate: string
  readonly sequence: number
}): string {
  const { address, birthDate, sequence } = parts
  if (!/^[1-9]\d{5}$/.test(address)) throw new RangeError(`not an address code: ${address}`)
  if (!isCivilDay(birthDate)) throw new RangeError(`not a birth date: ${birthDate}`)
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError(`not a sequence: ${sequence}`)
  return withIdentityCheckCharacter(address + birthDate.replace(/-/g, '') + String(sequence).padStart(3, '0'))
}

/**
 * The 18-character form of a legacy number of 15 digits, for matching old records only; `undefined` for other texts.
 *
 * New records refuse 15 digits. The century is taken as 19.
 */
export function fromFifteenDigits(text: string): string | undefined {
  return /^[1-9]\d{14}$/.test(text) ? withIdentityCheckCharacter(`${text.slice(0, 6)}19${text.slice(6)}`) : undefined
}
