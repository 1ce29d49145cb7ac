import { expect, test, vi } from 'vitest'
import { hasOwn } from './polyfills.ts'

test('what stands in for Object.hasOwn does not call it, and answers alike', () => {
  const own = vi.spyOn(Object, 'hasOwn').mockImplementation(() => {
    throw new Error('not there')
  })

  const answers = [hasOwn({ a: 1 }, 'a'), hasOwn({ a: 1 }, 'toString'), hasOwn([1], 0)]
  own.mockRestore()

  expect(answers).toEqual([true, false, true])
})
