import { normaliseName } from './name/normalise-name.ts'
import { surnameOf } from './name/surnames.ts'

/**
 * The stored mask of an identity number: first two characters and the last, `11***************X`.
 *
 * Province and check character alone do not give a number away beside an age. A number shorter than eight characters
 * shows its last one only, since little would be hidden.
 */
export function maskIdentityNumber(value: string): string {
  const characters = [...value]
  const shown = characters.length < 8 ? 0 : 2
  return characters.map((c, i) => (i < shown || (i > 0 && i === characters.length - 1) ? c : '*')).join('')
}

/** The mask of a checked mobile number: `138****1234`, `+852****4567`. */
export function maskPhone(value: string): string {
  const head = /^\+(?:852|853|886)/.exec(value)?.[0] ?? value.slice(0, 3)
  const hidden = value.length - head.length - 4
  return hidden < 4 ? '*'.repeat(value.length) : head + '*'.repeat(hidden) + value.slice(-4)
}

/**
 * The mask of a name: surname and last character stay, `王*明`, `王*`, `欧阳*`.
 *
 * In a name of several parts (阿卜杜热合曼·买买提, Maria Silva) each part keeps its first character. A name of one
 * character is hidden.
 */
export function maskName(name: string): string {
  const value = normaliseName(name)
  if (/[· ]/.test(value)) return value.replace(/[^· ]+/g, (part) => keepFirst([...part]))
  const characters = [...value]
  if (!/^\p{Script=Han}/u.test(value)) return keepFirst(characters)
  if (characters.length < 2) return '*'.repeat(characters.length)
  const surname = surnameOf(characters)
  const given = characters.slice([...surname].length)
  return surname + given.map((c, i) => (given.length > 1 && i === given.length - 1 ? c : '*')).join('')
}

function keepFirst(characters: readonly string[]): string {
  if (characters.length < 2) return '*'.repeat(characters.length)
  return characters[0] + '*'.repeat(characters.length - 1)
}
