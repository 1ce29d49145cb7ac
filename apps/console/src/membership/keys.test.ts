import { expect, test } from 'vitest'
import { memberKeyOf, memberWord } from './keys.ts'

const member = { cell: 330281, membership: '01935f00-0000-7000-8000-000000000001' }

test('a membership survives the address', () => {
  expect(memberKeyOf(memberWord(member))).toEqual(member)
})

test('whatever else is typed there names nobody', () => {
  for (const word of [undefined, '', 'x', `1234567.${member.membership}`, `1.${member.membership}.more`])
    expect(memberKeyOf(word)).toBeNull()
})
