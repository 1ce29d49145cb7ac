import { makeIdentityNumber } from '@gongqiao/codes'

/** Somebody who wants to join; nobody of that description exists. */
export type Newcomer = { readonly name: string; readonly number: string; readonly phone: string }

const surnames = [...'林周何方郭孟苏叶沈唐']
const givenNames = ['晓禾', '一苇', '念安', '见山', '清越', '知秋', '远帆', '若谷', '听雨', '怀瑾']
let ordinal = 0

/** Somebody nobody has met yet in this run. `x` asks for an identity number that ends in X. */
export function newcomer({ x = false }: { readonly x?: boolean } = {}): Newcomer {
  ordinal++
  // 1540 belongs to the demonstration's named accounts, of which there are a handful.
  const phone = `15409${String(ordinal).padStart(6, '0')}`
  const name = `${surnames[ordinal % 10]}${givenNames[Math.floor(ordinal / 10) % 10]}`
  // Everybody has a birthday of their own, so that no two share a number.
  const birthDate = new Date(Date.UTC(1991, 3, 12 + ordinal)).toISOString().slice(0, 10)
  const numbers = Array.from({ length: 30 }, (_, step) =>
    makeIdentityNumber({ address: '110105', birthDate, sequence: 101 + step }),
  )
  const number = numbers.find((one) => one.endsWith('X') === x)
  if (number === undefined) throw new Error('one number in eleven ends in X')
  return { name, number, phone }
}
