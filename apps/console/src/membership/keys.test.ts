import { expect, test } from 'vitest'
import { matterKeyOf, matterWord, memberKeyOf, memberWord } from './keys.ts'

const id = '01930000-0000-7000-8000-000000000228'

test('a matter and a member go into the address and come back', () => {
  expect(matterKeyOf(matterWord({ cell: 330281, matter: id }))).toEqual({ cell: 330281, matter: id })
  expect(memberKeyOf(memberWord({ cell: 0, membership: id }))).toEqual({ cell: 0, membership: id })
})

test('an address that names nothing opens nothing', () => {
  for (const word of [undefined, '', id, `x.${id}`, `330281.${id}/..`, '330281.']) expect(matterKeyOf(word)).toBe(null)
})
