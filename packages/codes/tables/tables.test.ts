import { expect, test } from 'vitest'
import { educationGroup, educations } from './educations.ts'
import { ethnicities } from './ethnicities.ts'
import { industrySectionOf, industrySections, isIndustryCode } from './industries.ts'
import { maritalStatuses } from './marital-statuses.ts'
import { isOccupationCode, occupationMajorClasses } from './occupations.ts'
import { politicalStatuses, readPoliticalStatus } from './political-statuses.ts'
import { sexes } from './sexes.ts'

test('§8.7 sex has exactly the codes 0, 1, 2 and 9', () => {
  expect(sexes.rows.map((row) => row.code)).toEqual([0, 1, 2, 9])
  expect(sexes.nameOf(2, 'zh')).toBe('女')
  expect(sexes.has(3)).toBe(false)
  expect(sexes.has('1')).toBe(false)
})

test('§8.8 ethnicity holds the 56 groups in order, and the two conventional codes', () => {
  const codes = ethnicities.rows.map((row) => row.code)
  expect(codes.slice(0, 56)).toEqual(Array.from({ length: 56 }, (_, i) => String(i + 1).padStart(2, '0')))
  expect(codes.slice(56)).toEqual(['97', '98'])
  expect(ethnicities.nameOf('05', 'zh')).toBe('维吾尔族')
  expect(ethnicities.nameOf('56', 'en')).toBe('Jino')
})

test('§8.8 education has 73 and 83, not the 72 and 82 of other lists, nor the old eight rows', () => {
  for (const code of ['73', '83', '28', '90']) expect(educations.has(code)).toBe(true)
  for (const code of ['72', '82', '01', '08', '50', '24']) expect(educations.has(code)).toBe(false)
  expect(educations.rows).toHaveLength(40)
})

test('§8.8 education falls into six statistical groups', () => {
  expect(educationGroup('11')).toBe('postgraduate')
  expect(educationGroup('21')).toBe('bachelor')
  expect(educationGroup('31')).toBe('college')
  expect(educationGroup('47')).toBe('vocational')
  expect(educationGroup('61')).toBe('senior_high')
  for (const code of ['71', '83', '90'] as const) expect(educationGroup(code)).toBe('junior_high_or_below')
})

test('§8.8 political status has 13 codes, and an import may leave out the leading zero', () => {
  expect(politicalStatuses.rows).toHaveLength(13)
  expect(readPoliticalStatus('1')).toBe('01')
  expect(readPoliticalStatus('１３')).toBe('13')
  expect(readPoliticalStatus('0')).toBeUndefined()
  expect(readPoliticalStatus('14')).toBeUndefined()
})

test('§8.8 marital status has eight codes', () => {
  expect(maritalStatuses.rows.map((row) => row.code)).toEqual(['10', '20', '21', '22', '23', '30', '40', '90'])
})

test('§8.9 the 20 sections cover the divisions 01 to 97 without gap or overlap', () => {
  expect(industrySections.map((row) => row.letter).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
  const divisions = industrySections.flatMap((row) =>
    Array.from({ length: row.lastDivision - row.firstDivision + 1 }, (_, i) => row.firstDivision + i),
  )
  expect(divisions).toEqual(Array.from({ length: 97 }, (_, i) => i + 1))
})

test('§8.9 an industry code is valid only when its letter and its division agree', () => {
  for (const code of ['C', 'C13', 'C131', 'C1311', 'D44', 't97', 'K7010']) expect(isIndustryCode(code)).toBe(true)
  for (const code of ['U', 'C44', 'D43', 'A00', 'C1', 'C13111', '1311', '', 'T98'])
    expect(isIndustryCode(code)).toBe(false)
  expect(industrySectionOf('S9421')?.zh).toBe('公共管理、社会保障和社会组织')
})

test('§8.9 an occupation code is d-dd-dd-dd within eight major classes', () => {
  expect(occupationMajorClasses.rows).toHaveLength(8)
  expect(isOccupationCode('4-02-07-10')).toBe(true)
  expect(isOccupationCode('9-02-07-10')).toBe(false)
  expect(isOccupationCode('4-2-7-10')).toBe(false)
})

test('a name is never made up for a code that does not exist', () => {
  expect(() => Reflect.apply(sexes.nameOf, sexes, [7, 'zh'])).toThrow(RangeError)
})
