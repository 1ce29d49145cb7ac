import { withIdentityCheckCharacter } from '@gongqiao/codes'
import type { Sex } from './names/person-name.ts'
import type { Random } from './random.ts'

/**
 * A maker of well-formed citizen numbers 公民身份号码 that never makes one twice; null when a county's day is used up.
 *
 * The sequence is taken from 900–999, the end a county seldom reaches. Like any well-formed number one may, by chance,
 * have been given to somebody; no register was asked.
 *
 * @see GB 11643-1999; rulebook 8.1
 */
export function identityNumbers(random: Random): (region: string, birthDate: string, sex: Sex) => string | null {
  const taken = new Set<string>()
  return (region, birthDate, sex) => {
    const place = region + birthDate.replaceAll('-', '')
    const first = random.between(0, 49)
    for (let step = 0; step < 50; step++) {
      const sequence = 900 + 2 * ((first + step) % 50) + (sex === 1 ? 1 : 0)
      const body = `${place}${sequence}`
      if (taken.has(body)) continue
      taken.add(body)
      return withIdentityCheckCharacter(body)
    }
    return null
  }
}
