import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DataKey, type FieldPlace, openField, sealField } from './field.ts'
import { intl } from './intl.ts'
import { sm } from './sm.ts'
import { SealBroken } from './suite.ts'

const place: FieldPlace = { cell: 110105, table: 'people.person', column: 'identity', id: '0190-a' }

describe.each([sm, intl])('with suite $name', (suite) => {
  const sealer = suite.sealer(Buffer.alloc(suite.sealKeyBytes, 1))
  const key: DataKey = { suite, cell: place.cell, id: 258, sealer }
  const sameKeyEverywhere = (cell: number, id: number): DataKey => ({ suite, cell, id, sealer })

  test('a field opens to the text it was sealed from, whatever the text and the row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, id) => {
        const sealed = sealField(key, { ...place, id }, text)
        expect(openField(sameKeyEverywhere, { ...place, id }, sealed)).toBe(text)
      }),
    )
  })

  test('a sealed field says format, suite and key id, and opens with that key id', () => {
    const sealed = sealField(key, place, '11010519491231002X')
    const asked: number[][] = []

    const resolve = (...ask: [number, number]) => {
      asked.push(ask)
      return key
    }
    openField(resolve, place, sealed)

    expect([...sealed.subarray(0, 4)]).toEqual([1, suite.id, 1, 2])
    expect(asked).toEqual([[110105, 258]])
  })

  test.each<[string, Partial<FieldPlace>]>([
    ['row', { id: '0190-b' }],
    ['column', { column: 'phone' }],
    ['table', { table: 'people.contact' }],
    ['cell', { cell: 110106 }],
  ])('a field copied to another %s does not open, even under the same key', (_, other) => {
    const sealed = sealField(key, place, '11010519491231002X')

    expect(() => openField(sameKeyEverywhere, { ...place, ...other }, sealed)).toThrow(SealBroken)
  })

  test('a place whose texts join to the same letters is another place', () => {
    const sealed = sealField(key, { ...place, table: 'ab', column: 'c' }, 'x')

    expect(() => openField(() => key, { ...place, table: 'a', column: 'bc' }, sealed)).toThrow(SealBroken)
  })

  test('a field with a changed format, suite or key id, or cut short, does not open', () => {
    const sealed = sealField(key, place, 'x')

    for (const index of [0, 1, 2, 3]) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(index) ^ 3, index)
      expect(() => openField(sameKeyEverywhere, place, changed)).toThrow(SealBroken)
    }
    for (const length of [0, 3, 4, 20]) {
      expect(() => openField(sameKeyEverywhere, place, sealed.subarray(0, length))).toThrow(SealBroken)
    }
  })

  test('a key of another cell neither seals nor opens', () => {
    const foreign = { ...key, cell: 310101 }

    expect(() => sealField(foreign, place, 'x')).toThrow(RangeError)
    expect(() => openField(() => foreign, place, sealField(key, place, 'x'))).toThrow(RangeError)
  })

  test('half a surrogate pair is refused rather than replaced', () => {
    expect(() => sealField(key, place, '𠮷'.slice(0, 1))).toThrow(RangeError)
  })
})
