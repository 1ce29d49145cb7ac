import { expect, test } from 'vitest'
import { keysOf, reading, typing } from './klm.ts'
import { openLedger, tableOf } from './ledger.ts'
import { openTold } from './told.ts'

test('what the product was told is known again when it is typed, whoever told it', () => {
  const told = openTold()
  told.tell({
    name: '林晓禾',
    identityNumber: '11010519910413101X',
    nested: [{ phone: '15409000001' }],
    kind: 'resident_card',
  })

  expect(told.knows('林 晓禾')).toBe('林晓禾')
  expect(told.knows('请打 15409000001 找他')).toBe('15409000001')
  expect(told.knows('周一苇')).toBeUndefined()
  expect(told.knows('resident_card')).toBeUndefined()
})

test('keys are counted by pinyin and by digit, reading by character', () => {
  expect(keysOf('工会')).toBe(7)
  expect(keysOf('15409000001')).toBe(11)
  expect(typing('工会')).toBeCloseTo(7 * 0.28)
  expect(typing('154090')).toBeCloseTo(3)
  expect(reading('已收到您的申请')).toBeCloseTo(1.4)
})

test('everything done stands under its job, and the month is the sum', async () => {
  const ledger = openLedger()
  await ledger.during('asking', async () => ledger.add({ clicks: 2, keys: 3, handSeconds: 60 }))
  await ledger.during('asking', async () => ledger.add({ clicks: 1, readSeconds: 60 }))

  expect(tableOf(ledger)).toContain('| asking | 2 | 3 | 3 | 0 | 60 | 2.0 | 1.0 | 0.0 |')
  expect(tableOf(ledger)).toContain('| **the month** | 2 | 3 | 3 |')
  expect(() => ledger.add({ clicks: 1 })).toThrow()
})
