import { makeIdentityNumber } from '@gongqiao/codes'

/** Somebody who wants to join; nobody of that description exists. */
export type Newcomer = { readonly name: string; readonly number: string; readonly phone: string }

const names = ['林晓禾', '陈屿', '买买提·吐尔逊', '周念安', '何一苇', '方舟', '郭清越', '孟夏', '苏见山', '叶知秋']
let ordinal = 0

/** Somebody nobody has met yet in this run. `x` asks for an identity number that ends in X. */
export function newcomer({ x = false }: { readonly x?: boolean } = {}): Newcomer {
  ordinal++
  // 1540 belongs to the demonstration's named accounts, of which there are a handful.
  const phone = `15409${String(ordinal).padStart(6, '0')}`
  const name = names[ordinal % names.length] ?? '林晓禾'
  const numbers = Array.from({ length: 30 }, (_, step) =>
    makeIdentityNumber({ address: '110105', birthDate: '1991-04-12', sequence: (ordinal * 30 + step) % 900 }),
  )
  const number = numbers.find((one) => one.endsWith('X') === x)
  if (number === undefined) throw new Error('one number in eleven ends in X')
  return { name, number, phone }
}
