import { expect, test } from 'vitest'
import { registrarProvince } from './registrar.ts'
import { formFaults, sumOf, validUntil, wishFaults, wishObstacle } from './rules.ts'

const term = { endsOn: '2026-06-14', extendedUntil: null }

test('a certificate is valid as long as the term (ORG-36)', () => {
  expect(validUntil(term, '2025-01-01')).toBe('2026-06-14')
  expect(validUntil({ ...term, extendedUntil: '2026-12-14' }, '2026-08-01')).toBe('2026-12-14')
})

test('after the term it reaches half a year further at most, and 183 days after it none is issued (ELE-04)', () => {
  expect(validUntil(term, '2026-06-15')).toBe('2026-12-14')
  expect(validUntil(term, '2026-12-13')).toBe('2026-12-14')
  expect(validUntil(term, '2026-12-14')).toBeUndefined()
})

test('a renewal is applied for once its window has opened, by a union that is registered (ORG-36)', () => {
  const held = { validTo: '2026-06-14', renewalFrom: '2026-05-15' }
  expect(wishObstacle('renewal', held, '2026-05-14')).toBe('organization.registration.too_early')
  expect(wishObstacle('renewal', held, '2026-05-15')).toBeUndefined()
  expect(wishObstacle('renewal', undefined, '2026-05-15')).toBe('organization.registration.not_registered')
  expect(wishObstacle('first', held, '2026-05-15')).toBe('organization.registration.registered_already')
  expect(wishObstacle('change', held, '2026-01-01')).toBeUndefined()
})

test('a change says what and when, a cancellation brings its proof (ORG-37, ORG-38)', () => {
  const fields = (wish: string, given: object) => wishFaults(wish, given, '2026-03-02').map(({ field }) => field)
  expect(fields('change', {})).toEqual(['/changedOn', '/changes'])
  expect(fields('change', { changedOn: '2026-03-03', changes: ['name'] })).toEqual(['/changedOn'])
  expect(fields('cancellation', {})).toEqual(['/clearedNumber', '/clearedOn'])
  expect(fields('first', {})).toEqual([])
})

test('whose union it is says which province registers it (ORG-35)', () => {
  expect(registrarProvince('local', '440103')).toBeUndefined()
  expect(registrarProvince('railway', '440103')).toBe('440000')
  expect(registrarProvince('central_elsewhere', '330825')).toBe('330000')
  expect(registrarProvince('central_beijing', '440103')).toBe('110000')
  expect(registrarProvince('finance', null)).toBeUndefined()
})

test('amounts are added exactly', () => {
  expect(sumOf('0.1', '0.2', '0.0001')).toBe('0.3001')
  expect(sumOf('12', '0.50')).toBe('12.5')
  expect(sumOf()).toBe('0')
})

test('every fault of a form is named at its field, at once', () => {
  const human = { name: '张一', post: '主席', identityNumber: '110105199104129611', mobile: '123' }
  const faults = formFaults(
    {
      registeredPostcode: '12345',
      officePostcode: '510000',
      officeDivision: 'x',
      liability: false,
      members: 9,
      employees: 8,
      firstFoundedOn: '2026-03-09',
      electedOn: '2026-03-08',
      extendedUntil: '2026-09-01',
      handler: human,
    },
    '2026-03-02',
  )
  expect([...new Set(faults.map(({ field }) => field))]).toEqual([
    '/form/registeredPostcode',
    '/form/officeDivision',
    '/form/liability',
    '/form/members',
    '/form/firstFoundedOn',
    '/form/electedOn',
    '/form/extensionNumber',
    '/form/handler/identityNumber',
    '/form/handler/mobile',
  ])
})
