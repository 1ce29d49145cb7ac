import { beforeEach, expect, test } from 'vitest'
import { fakeWindow } from '../settings/fake-window.ts'
import { forgetSent, noteSent, recallSent, secondsUntilAgain } from './sent-code.ts'

const answer = { sentTo: '138****5678', validSeconds: 300, againSeconds: 60 }
beforeEach(() => void fakeWindow())

test('a reload does not send a second message, and the wait goes on where it was', () => {
  noteSent('join', '13800005678', answer, 1_000_000)
  const sent = recallSent('join', '13800005678')
  expect(sent).toMatchObject({ sentTo: '138****5678', validMinutes: 5 })
  expect([1_000_000, 1_059_001, 1_060_000, 2_000_000].map((now) => secondsUntilAgain(sent, now))).toEqual([60, 1, 0, 0])
})

test('a code for another phone or another purpose does not count, nor a used one', () => {
  noteSent('join', '13800005678', answer, 0)
  expect(recallSent('join', '13900005678')).toBeUndefined()
  expect(recallSent('sign-in', '13800005678')).toBeUndefined()
  forgetSent('join')
  expect(recallSent('join', '13800005678')).toBeUndefined()
})
