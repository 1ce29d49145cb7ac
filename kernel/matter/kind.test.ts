import { expect, test } from 'vitest'
import { matter } from '../shared/matter.ts'
import { type MatterKind, matterKind } from './kind.ts'
import { kindStepsOf } from './offers.ts'

const definition = matter({
  name: 'house.errand',
  initial: 'asked',
  refers: true,
  states: {
    asked: {
      clock: 'HOUSE-1',
      pause: ['rain'],
      steps: {
        do: { to: 'done', who: 'officer', reasons: ['kindness'] },
        again: { to: 'asked', who: 'person', form: 'again' },
      },
    },
    done: { steps: {} },
  },
})
const words = {
  name: '跑腿',
  'state.asked': '待办',
  'state.done': '办结',
  'step.do': '办',
  'step.again': '重填',
  'reason.rain': '下雨',
  'reason.kindness': '善意',
  'field.what': '什么事',
  'field.when': '时间',
  'choice.when.now': '现在',
}
const kind: MatterKind = {
  definition,
  texts: { zh: words, en: words },
  form: {
    fields: [
      { key: 'what', kind: 'text' },
      { key: 'when', kind: 'choice', choices: ['now'] },
    ],
  },
}

test('a kind with all its words is given back as it is', () => {
  expect(matterKind(kind)).toBe(kind)
})

test('every text that is missing is named at once, in each language', () => {
  const { 'state.done': _state, 'choice.when.now': _choice, 'reason.rain': _reason, ...fewer } = words

  expect(() => matterKind({ ...kind, texts: { zh: words, en: fewer } })).toThrow(
    'house.errand: no text reason.rain in en; no text state.done in en; no text choice.when.now in en',
  )
})

test('what does not go together is refused when it is loaded', () => {
  const { form: _form, ...formless } = kind

  expect(() => matterKind(formless)).toThrow('a form is given again that was never given')
  expect(() => matterKind({ ...kind, own: true })).toThrow('what is kept in tables of its own moves by onMove')
  expect(() => matterKind({ ...kind, own: true, onMove: async () => undefined, opens: ['post'] })).toThrow(
    'the engine opens nothing whose steps are the module’s own',
  )
})

test('a kind tells which steps officers take in which state and what each asks for; one with acts of its own tells none', () => {
  expect(kindStepsOf(kind)).toEqual([
    { from: 'asked', step: 'do', to: 'done', basis: null, reasons: ['kindness'], form: null, back: false, sign: null },
  ])
  expect(kindStepsOf({ ...kind, own: true })).toEqual([])
})
