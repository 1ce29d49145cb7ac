import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { beforeEach, expect, test } from 'vitest'
import { fakeWindow } from '../settings/fake-window.ts'
import { forgetSubmissionKey, submissionKey } from './submission-key.ts'

beforeEach(() => void fakeWindow())

test('a retry of the same form is the same submission, an edited one is another', () => {
  const first = submissionKey('join', { name: '陈志强', phoneCode: '246810' })
  expect(isId(first)).toBe(true)
  expect(submissionKey('join', { name: '陈志强', phoneCode: '246810' })).toBe(first)
  expect(submissionKey('join', { name: '陈志强', phoneCode: '135790' })).not.toBe(first)
})

test('after the answer the same words are a new submission', () => {
  const first = submissionKey('join', { name: '陈志强' })
  forgetSubmissionKey('join')
  expect(submissionKey('join', { name: '陈志强' })).not.toBe(first)
})
