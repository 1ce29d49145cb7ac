import { beforeEach, expect, test } from 'vitest'
import { fakeWindow } from '../settings/fake-window.ts'
import { type Draft, emptyDraft } from './draft.ts'
import { forgetDraft, forgetStaleDrafts, keepDraft, recallDraft } from './kept-draft.ts'

const draft: Draft = {
  ...emptyDraft,
  number: '11010519491231002X',
  name: '陈志强',
  phone: '13800005678',
  agreedNotice: true,
}
const morning = Date.parse('2026-03-05T00:00:00Z')
const hour = 3_600_000
let window = fakeWindow()
beforeEach(() => {
  window = fakeWindow()
})

test('a form comes back whole in the same session', () => {
  keepDraft('join', 'code-1', draft, morning)
  expect(recallDraft('join', 'code-1', morning + hour)).toEqual(draft)
})

test('the identity number never rests where it outlives the browser', () => {
  keepDraft('join', 'code-1', draft, morning)
  expect(
    JSON.stringify({ ...window.localStorage, all: window.localStorage.getItem('gongqiao.draft.join') }),
  ).not.toContain('110105')

  window.sessionStorage.clear()
  expect(recallDraft('join', 'code-1', morning)).toEqual({ ...draft, number: '' })
})

test('a draft is forgotten after a day, and never used for another form', () => {
  keepDraft('join', 'code-1', draft, morning)
  expect(recallDraft('join', 'code-2', morning)).toBeUndefined()
  expect(recallDraft('join', 'code-1', morning + 25 * hour)).toBeUndefined()

  forgetStaleDrafts(morning + 25 * hour)
  expect(window.localStorage).toHaveLength(0)
  expect(window.sessionStorage).toHaveLength(0)
})

test('a broken or strange draft is as good as none', () => {
  window.localStorage.setItem('gongqiao.draft.join', '{"form":"code-1","savedAt":')
  expect(recallDraft('join', 'code-1', morning)).toBeUndefined()
  window.localStorage.setItem(
    'gongqiao.draft.join',
    JSON.stringify({ form: 'code-1', savedAt: morning, draft: { kind: 'x', name: 3 } }),
  )
  expect(recallDraft('join', 'code-1', morning)).toEqual(emptyDraft)
})

test('a browser that keeps nothing loses nothing but the memory', () => {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  keepDraft('join', 'code-1', draft, morning)
  expect(recallDraft('join', 'code-1', morning)).toBeUndefined()
  forgetDraft('join')
})
