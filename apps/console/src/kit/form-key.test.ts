import { expect, test } from 'vitest'
import { formKey } from './form-key.ts'

function counted() {
  let made = 0
  return formKey(() => String(++made))
}

test('a retry of the same filling carries the same key', () => {
  const key = counted()
  key.edited()
  expect([key.now(), key.now()]).toEqual(['1', '1'])
})

test('an edit after a refusal makes a new key, an edit before it does not', () => {
  const key = counted()
  key.refused()
  expect(key.now()).toBe('1')
  key.edited()
  key.edited()
  expect(key.now()).toBe('2')
})

test('the next filling after a done one has its own key', () => {
  const key = counted()
  key.done()
  expect(key.now()).toBe('2')
})
