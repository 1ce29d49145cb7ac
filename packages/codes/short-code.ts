/**
 * What a short code 短码 is written with: no 0, 1, I, L, O, S, Z, which a hand or an eye takes for one another. There are 29,
 * a prime number, so that one check character finds every wrong character and every swapped pair.
 */
export const shortCodeAlphabet = '23456789ABCDEFGHJKMNPQRTUVWXY'

/** Characters of a short code: five that say something and one that checks them. */
export const shortCodeLength = 6

/** The check character of five characters of the alphabet: weights 2 to 6, and 1 for itself, sum to a multiple of 29. */
function checkCharacter(five: string): string {
  const size = shortCodeAlphabet.length
  const sum = [...five].reduce((total, character, at) => total + (at + 2) * shortCodeAlphabet.indexOf(character), 0)
  return shortCodeAlphabet.charAt((size - (sum % size)) % size)
}

/**
 * Makes a short code of five numbers.
 *
 * @param numbers five whole numbers from 0 to 28, random and not one after the other
 * @throws RangeError for any other
 */
export function makeShortCode(numbers: readonly number[]): string {
  const known = numbers.every((number) => Number.isInteger(number) && number >= 0 && number < shortCodeAlphabet.length)
  if (!known || numbers.length !== shortCodeLength - 1) throw new RangeError('a short code is made of five numbers')
  const five = numbers.map((number) => shortCodeAlphabet.charAt(number)).join('')
  return five + checkCharacter(five)
}

/** A typed text in the one spelling that is kept: capitals, no spaces or hyphens, full-width characters made plain. */
export function plainShortCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―−-]/g, '')
}

/** Tells whether a text in its plain spelling has the form of a short code, check character included. */
export function isShortCode(plain: string): boolean {
  const known = plain.length === shortCodeLength && [...plain].every((one) => shortCodeAlphabet.includes(one))
  return known && checkCharacter(plain.slice(0, -1)) === plain.slice(-1)
}
