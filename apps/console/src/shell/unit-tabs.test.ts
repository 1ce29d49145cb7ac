import { expect, test } from 'vitest'
import { tabFor } from './unit-tabs.ts'

const all = () => true

test('walking the tree keeps the open tab', () => {
  expect(tabFor('/units/u1/people', all)?.tab).toBe('people')
  expect(tabFor('/units/u1/codes/c1/print', all)?.tab).toBe('codes')
})

test('from elsewhere, or from a tab the post may not see, the first allowed tab opens', () => {
  expect(tabFor('/', all)?.tab).toBe('figures')
  expect(tabFor('/units/u1/people', (act) => act === 'insight.view_figures')?.tab).toBe('figures')
  expect(tabFor('/', () => false)).toBe(null)
})
