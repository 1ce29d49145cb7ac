import { expect, test } from 'vitest'
import {
  cellRangeOf,
  checkCreditCode,
  checkIdentityNumber,
  checkPhone,
  fromFifteenDigits,
  makeCreditCode,
  maskName,
  nameBigrams,
  normaliseName,
  wordsFor,
} from './index.ts'

test('the examples of the README say what happens', () => {
  const wrong = checkIdentityNumber('resident_card', '990105204901010020', { today: '2026-09-01' })

  expect(wrong).toEqual({
    ok: false,
    faults: [{ code: 'future_date', from: 7, to: 14 }, { code: 'checksum' }, { code: 'region', from: 1, to: 2 }],
  })
  expect(wrong.ok ? [] : wrong.faults.map((fault) => wordsFor('identity', fault.code, 'zh'))).toEqual([
    '证件号码中的出生日期晚于今天',
    '证件号码有误，请逐位核对',
    '证件号码开头的地区代码不对',
  ])
  expect(fromFifteenDigits('110105491231002')).toBe('11010519491231002X')
  expect(checkCreditCode('81-110105-MC0000012b', 'union')).toMatchObject({ ok: true, subject: 'MC0000012' })
  expect(makeCreditCode({ registrar: '8', class: '1', division: '110105', subject: 'MC000001' })).toBe(
    '81110105MC0000012B',
  )
  expect(cellRangeOf('440000')).toEqual([440_000, 449_999])
  expect(checkPhone('+86 138-1234-1234')).toMatchObject({ value: '13812341234', place: 'mainland' })
  expect(normaliseName('买买提・阿 卜 杜')).toBe('买买提·阿卜杜')
  expect(nameBigrams('王𬭎明')).toEqual(['王𬭎', '𬭎明'])
  expect(maskName('欧阳小明')).toBe('欧阳*明')
})
