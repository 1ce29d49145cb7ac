import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { type Fault, Refusal } from '../refusal.ts'
import { validated } from './validate.ts'

const closed = { additionalProperties: false } as const
const Form = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 5 }),
    age: Type.Integer({ minimum: 16, maximum: 120 }),
    kind: Type.Enum(['red', 'blue']),
    day: Type.String({ format: 'date' }),
    tags: Type.Array(Type.String(), { minItems: 1, maxItems: 2 }),
    proof: Type.Union([
      Type.Object({ kind: Type.Literal('code'), code: Type.String() }, closed),
      Type.Object({ kind: Type.Literal('paper'), file: Type.String({ format: 'uuid' }) }, closed),
    ]),
    more: Type.Optional(Type.Object({ cell: Type.Integer() }, closed)),
  },
  closed,
)
const good = { name: '张三', age: 30, kind: 'red', day: '2026-03-02', tags: ['a'], proof: { kind: 'code', code: '1' } }

/** What is wrong with a value, as `field code` and the limit where there is one. */
function faultsOf(
  value: unknown,
  beyond?: (given: { readonly [field: string]: unknown }) => readonly Fault[],
): string[] {
  try {
    validated(Form, value, beyond)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'kernel.invalid_input')
      return error.faults
        .map(
          ({ field, code, variables }) =>
            `${field} ${code.slice('kernel.field_'.length)}${variables ? ` ${variables['limit']}` : ''}`,
        )
        .sort()
    throw error
  }
  return []
}

test('a value that fits its shape is given back as it is', () => {
  expect(validated(Form, good)).toBe(good)
})

test('every wrong field is named with what is wrong, however many there are', () => {
  expect(
    faultsOf({
      name: '',
      age: 15,
      kind: 'green',
      day: '2026-02-30',
      tags: [],
      proof: 7,
      more: { cell: 'x', y: 1 },
      z: 1,
    }),
  ).toEqual(
    [
      '/age minimum 16',
      '/day form',
      '/kind choice',
      '/more/cell type',
      '/more/y unknown',
      '/name minLength 1',
      '/proof type',
      '/tags minItems 1',
      '/z unknown',
    ].sort(),
  )
  expect(faultsOf({})).toEqual(['/age', '/day', '/kind', '/name', '/proof', '/tags'].map((field) => `${field} missing`))
  expect(faultsOf({ ...good, name: '一二三四五六', age: 121, tags: ['a', 'b', 'c'] })).toEqual([
    '/age maximum 120',
    '/name maxLength 5',
    '/tags maxItems 2',
  ])
})

test('a value that is no object is refused as a whole', () => {
  for (const value of [null, 7, 'text', true, undefined]) expect(faultsOf(value)).toEqual([' type'])
})

test('text that cannot be kept is named wherever it stands, in lists and in nested fields', () => {
  expect(faultsOf({ ...good, name: 'a\0b', tags: ['ok', '\ud800'], proof: { kind: 'code', code: '\udfff' } })).toEqual([
    '/name broken_text',
    '/proof/code broken_text',
    '/tags/1 broken_text',
  ])
})

test('a pointer escapes the signs that pointers are made of (RFC 6901)', () => {
  expect(faultsOf({ ...good, 'a/b~c': 1 })).toEqual(['/a~1b~0c unknown'])
})

test('rules beyond the shape are asked even when the shape is wrong, and add nothing to a field that is named already', () => {
  const rules = () => [
    { field: '/name', code: 'kernel.field_form' },
    { field: '/day', code: 'kernel.field_form' },
  ]

  expect(faultsOf({ ...good, name: '' }, rules)).toEqual(['/day form', '/name minLength 1'])
  expect(faultsOf(good, rules)).toEqual(['/day form', '/name form'])
})

test('of thousands of unknown fields five hundred are told, and what is wrong with the form itself comes first', () => {
  const unknown = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 1]))
  const told = (() => {
    try {
      validated(Form, { ...unknown, ...good, name: '' })
    } catch (error) {
      if (error instanceof Refusal) return error.faults
    }
    return []
  })()

  expect(told).toHaveLength(500)
  expect(told[0]).toMatchObject({ field: '/name', code: 'kernel.field_minLength' })
})
