import { readForm } from '@gongqiao/kernel/shared/form.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valuesOf, yuan } from './form-values.ts'

const form = {
  fields: [
    { key: 'what', kind: 'long', required: true },
    { key: 'amount', kind: 'money' },
    { key: 'people', kind: 'number' },
    { key: 'again', kind: 'yesno' },
  ],
} as const

test('what was left empty is not sent, and yuan become fen', () => {
  expect(valuesOf(form, { what: ' 工资 ', amount: '1234.5', people: '', again: false })).toEqual({
    what: '工资',
    amount: 123450,
    again: false,
  })
})

test('what is no number stays as it was typed, and the form says which field it is', () => {
  const values = valuesOf(form, { what: '工资', amount: '一千', people: '3.x' })
  expect(readForm(form, values)).toEqual({
    faults: [
      { field: '/amount', code: 'kernel.field_type' },
      { field: '/people', code: 'kernel.field_type' },
    ],
  })
})

test('every amount survives being typed and shown, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => {
      const typed = yuan(fen).replaceAll(',', '')
      expect(valuesOf(form, { amount: typed })).toEqual({ amount: fen })
    }),
  )
})
