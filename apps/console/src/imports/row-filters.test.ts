import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { expect, test } from 'vitest'
import { filtersOf, rowsStand } from './row-filters.ts'

const nothing = { applied: 0, asked: 0, stale: 0, undone: 0, kept: 0 }

function view(over: Partial<ImportView>): ImportView {
  return {
    ...{ cell: 1, import: 'i', kind: 'membership.roster', title: '名册', unit: { id: 'u', name: '工会' } },
    ...{ fileName: 'a.csv', state: 'checked', steps: [], sheets: [''], sheet: '', headerRows: [1] },
    ...{ sheetColumns: [], knownColumns: [], missing: [], dropped: [], total: 10, progress: { done: 0, of: null } },
    counts: { new: 5, changed: 0, same: 2, needsPerson: 1, ambiguous: 0, invalid: 2, gone: 3 },
    ...{ outcomes: nothing, faults: [], trouble: null, by: '', createdAt: '', startedAt: '', endedAt: null },
    keptUntil: '',
    ...over,
  }
}

test('before the run rows are looked at by what was found, faults first and without empty ways', () => {
  expect(filtersOf(view({})).map(({ id, count }) => [id, count])).toEqual([
    ['invalid', 2],
    ['new', 5],
    ['needs_person', 1],
    ['same', 2],
    ['gone', 3],
  ])
})

test('after the run by what became of them; whoever may still be decided about is asked for elsewhere', () => {
  const done = view({ state: 'done', steps: ['undo', 'leave'], outcomes: { ...nothing, applied: 4, stale: 1 } })
  expect(filtersOf(done).map(({ id }) => id)).toEqual(['stale', 'applied', 'invalid', 'same'])
})

test('while an import works its rows are not fetched anew with every count', () => {
  const one = rowsStand(view({ state: 'running', outcomes: { ...nothing, applied: 1 } }))
  expect(rowsStand(view({ state: 'running', outcomes: { ...nothing, applied: 2 } }))).toBe(one)
  expect(rowsStand(view({ state: 'done' }))).not.toBe(one)
})
