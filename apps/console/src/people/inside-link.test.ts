import { expect, test } from 'vitest'
import { insideLink, isOwnLink } from './inside-link.ts'

test("a message leads to a place of the desk, or to this installation's other pages", () => {
  expect(insideLink('/console/units/1/people')).toBe('/units/1/people')
  expect(insideLink('/console')).toBe('/')
  expect(insideLink('/consoles')).toBe(null)
  expect(isOwnLink('/me/card')).toBe(true)
})

test('a message never leads to another site', () => {
  for (const link of ['https://evil.example', '//evil.example', 'javascript:alert(1)']) {
    expect(isOwnLink(link)).toBe(false)
  }
})
