import { expect, test } from 'vitest'
import { typedTexts } from './typed-texts.ts'

test('every key stroke on the way to a union is a text: by name, by initials, from inside', () => {
  expect(typedTexts({ key: '沙面制衣', initials: 'smzy' })).toEqual([
    ...['沙', '沙面', '沙面制', '沙面制衣'],
    ...['s', 'sm', 'smz', 'smzy'],
    '制衣',
  ])
})
