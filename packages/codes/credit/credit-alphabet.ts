/** The 31 characters of a unified social credit code; a character's value is its place. I, O, S, V and Z are left out. */
export const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * The check character over the first 17 characters of a credit code.
 *
 * @throws RangeError unless 17 characters of the alphabet are given
 * @see GB 32100-2015
 */
export function creditCheckCharacter(seventeen: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(seventeen)) {
    throw new RangeError('a check character is made over 17 characters of the credit code alphabet')
  }
  const sum = creditWeights.reduce(
    (total, weight, i) => total + weight * creditAlphabet.indexOf(seventeen.charAt(i)),
    0,
  )
  return creditAlphabet.charAt((31 - (sum % 31)) % 31)
}

/** 17 characters with their check character behind them. */
export function withCreditCheckCharacter(seventeen: string): string {
  return seventeen + creditCheckCharacter(seventeen)
}

/**
 * The check character over the first 8 characters of a subject code (主体标识码); here A is 10 and Z is 35.
 *
 * @throws RangeError unless 8 digits or capital letters are given
 * @see GB 11714
 */
export function subjectCheckCharacter(eight: string): string {
  if (!/^[0-9A-Z]{8}$/.test(eight))
    throw new RangeError('a subject code has 8 digits or capital letters before its check')
  const sum = subjectWeights.reduce((total, weight, i) => total + weight * Number.parseInt(eight.charAt(i), 36), 0)
  const check = 11 - (sum % 11)
  return check === 11 ? '0' : check === 10 ? 'X' : String(check)
}
