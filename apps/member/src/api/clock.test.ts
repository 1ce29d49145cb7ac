import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeWindow } from '../settings/fake-window.ts'
import { networkNow, noteServerDate } from './clock.ts'

const phone = Date.parse('2026-03-05T08:00:00Z')
beforeEach(() => void vi.useFakeTimers({ now: phone }))
afterEach(() => void vi.useRealTimers())

test("a phone whose clock is wrong goes by the server's time", () => {
  noteServerDate('Thu, 05 Mar 2026 08:10:00 GMT')
  expect(networkNow()).toBe(phone + 600_000)
})

test('the seconds a slow network takes, and a header that says nothing, change nothing', () => {
  noteServerDate('Thu, 05 Mar 2026 07:59:58 GMT')
  expect(networkNow()).toBe(phone)
  noteServerDate(null)
  noteServerDate('yesterday')
  expect(networkNow()).toBe(phone)
})

test('what the phone’s clock is off by is known again without a network', async () => {
  fakeWindow()
  noteServerDate('Thu, 05 Mar 2026 08:10:00 GMT')
  vi.resetModules()
  const { networkNow: afterReopening } = await import('./clock.ts')
  expect(afterReopening()).toBe(phone + 600_000)
})
