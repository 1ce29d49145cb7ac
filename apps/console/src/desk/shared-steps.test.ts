import type { KindStep } from '@gongqiao/kernel/matter/contract.ts'
import { expect, test } from 'vitest'
import { sharedSteps, stepsOfRow } from './shared-steps.ts'

const step = (from: string, name: string, wanted: Partial<KindStep> = {}): KindStep => ({
  ...{ from, step: name, to: 'done', basis: null, reasons: null, form: null, back: false, sign: null },
  ...wanted,
})
const paper = { fields: [{ key: 'paper', kind: 'files' as const, required: true }] }
const kinds = [
  {
    kind: 'a.letter',
    steps: [
      step('asked', 'issue'),
      step('asked', 'decline', { reasons: ['other'] }),
      step('asked', 'file', { form: paper }),
      step('mended', 'issue'),
      step('mended', 'decline', { reasons: ['late'] }),
    ],
  },
  { kind: 'a.hall', steps: [step('asked', 'issue')] },
  { kind: 'a.own', steps: [] },
]
const row = (kind: string, state = 'asked', steps = ['issue', 'decline', 'file']) => ({ kind, state, steps })
const names = (rows: Parameters<typeof sharedSteps>[0]) => sharedSteps(rows, kinds).map((one) => one.step)

test('rows of one kind in one state share what officers may do there, but nothing that demands a file of its own', () => {
  expect(names([row('a.letter'), row('a.letter')])).toEqual(['issue', 'decline'])
})

test('a step of the same name that asks for something else is not shared', () => {
  expect(names([row('a.letter'), row('a.letter', 'mended')])).toEqual(['issue'])
})

test('rows of different kinds share nothing, nor do those whose module has acts of its own', () => {
  expect(names([row('a.letter'), row('a.hall')])).toEqual([])
  expect(names([row('a.own', 'asked', ['confirm'])])).toEqual([])
  expect(names([])).toEqual([])
})

test('what the row itself does not offer now is not offered', () => {
  expect(stepsOfRow(row('a.letter', 'asked', ['decline']), kinds).map((one) => one.step)).toEqual(['decline'])
})
