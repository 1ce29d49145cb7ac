import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FormSchema, readForm } from './form.ts'

const form: FormSchema = {
  fields: [
    { key: 'what', kind: 'text', required: true, max: 5 },
    { key: 'more', kind: 'long' },
    { key: 'topic', kind: 'choice', choices: ['pay', 'hours'], required: true },
    { key: 'since', kind: 'date' },
    { key: 'people', kind: 'number', min: 1, max: 10 },
    { key: 'owed', kind: 'money' },
    { key: 'phone', kind: 'phone', personal: true },
    { key: 'papers', kind: 'files', max: 1 },
    { key: 'known', kind: 'yesno' },
  ],
}
const file = '01890a5d-ac96-774b-bcce-b302099a8057'

test('a form that is filled in rightly gives its answers, trimmed, and nothing for what was left empty', () => {
  const given = {
    what: ' 工资 ',
    topic: 'pay',
    since: '2026-02-28',
    people: 3,
    owed: 120_000,
    phone: '13800138000',
    papers: [file],
    known: false,
    more: ' ',
  }

  expect(readForm(form, given)).toEqual({
    values: {
      what: '工资',
      topic: 'pay',
      since: '2026-02-28',
      people: 3,
      owed: 120_000,
      phone: '13800138000',
      papers: [file],
      known: false,
    },
  })
})

test('every wrong field is named at once, by where it stands in what was sent', () => {
  const given = {
    what: '太长的一句话',
    since: '2026-02-30',
    people: 11,
    owed: 1.5,
    phone: '1380013800x',
    papers: [file, '01890a5d-ac96-774b-bcce-b302099a8058'],
    known: 'yes',
    other: 1,
  }

  expect(readForm(form, given, '/form')).toEqual({
    faults: [
      { field: '/form/what', code: 'kernel.field_maxLength', variables: { limit: 5 } },
      { field: '/form/topic', code: 'kernel.field_missing' },
      { field: '/form/since', code: 'kernel.field_form' },
      { field: '/form/people', code: 'kernel.field_maximum', variables: { limit: 10 } },
      { field: '/form/owed', code: 'kernel.field_form' },
      { field: '/form/phone', code: 'kernel.field_form' },
      { field: '/form/papers', code: 'kernel.field_maxItems', variables: { limit: 1 } },
      { field: '/form/known', code: 'kernel.field_type' },
      { field: '/form/other', code: 'kernel.field_unknown' },
    ],
  })
  expect(readForm(form, null)).toEqual({ faults: [{ field: '', code: 'kernel.field_type' }] })
})

test('whatever is sent is read or refused, and what was read is read the same again', () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.dictionary(fc.constantFrom(...form.fields.map(({ key }) => key)), fc.anything()),
      (any, some) => {
        for (const given of [any, some, { ...some, what: '工资', topic: 'pay' }]) {
          const read = readForm(form, given)
          if ('values' in read) expect(readForm(form, read.values)).toEqual(read)
          else expect(read.faults.length).toBeGreaterThan(0)
        }
      },
    ),
  )
})
