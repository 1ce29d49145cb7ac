import { expect, test } from 'vitest'
import { cellRangeOf, divisionKind, divisionLevel, isDivisionCode, provinceOf } from './division.ts'
import { provinces } from './provinces.ts'
import { readStatisticalDivision, urbanRuralClasses } from './statistical.ts'

test('§8.4 there are 34 provinces, 31 of them on the mainland, and 83 is none', () => {
  expect(provinces).toHaveLength(34)
  expect(provinces.filter((province) => Number(province.code) < 70)).toHaveLength(31)
  expect(provinceOf('830000')).toBeUndefined()
  expect(provinceOf('660000')).toBeUndefined()
})

test('§8.4 a code of any level lies in its province', () => {
  expect(provinceOf('110105')?.zh).toBe('北京')
  expect(provinceOf('220581102001')?.fullName).toBe('吉林省')
  expect(provinceOf('000000')).toBeUndefined()
})

test('§8.4 the level is read from the code alone', () => {
  expect(divisionLevel('000000')).toBe('nation')
  expect(divisionLevel('440000')).toBe('province')
  expect(divisionLevel('440100')).toBe('prefecture')
  expect(divisionLevel('440106')).toBe('county')
  expect(divisionLevel('441900')).toBe('prefecture')
  expect(divisionLevel('220581102')).toBe('township')
  expect(divisionLevel('220581102000')).toBe('township')
  expect(divisionLevel('220581102001')).toBe('village')
  expect(divisionLevel('440000000000')).toBe('province')
})

test('a division covers the cells of all that lies in it, and a township the cell of its county', () => {
  expect(cellRangeOf('000000')).toEqual([0, 999_999])
  expect(cellRangeOf('440000')).toEqual([440_000, 449_999])
  expect(cellRangeOf('440100')).toEqual([440_100, 440_199])
  expect(cellRangeOf('440106')).toEqual([440_106, 440_106])
  expect(cellRangeOf('440106007')).toEqual([440_106, 440_106])
})

test('a township of a city without counties lies in the cell of its city', () => {
  expect(divisionLevel('441900003')).toBe('township')
  expect(cellRangeOf('441900003')).toEqual([441_900, 441_900])
})

test('a code that names a place inside nothing, or no place at all, is refused', () => {
  for (const code of ['440005', '830000', '44010', '4401061', 'abcdef', '', '440106000001', '440000001', '990000']) {
    expect(isDivisionCode(code), code).toBe(false)
    expect(() => cellRangeOf(code), code).toThrow(RangeError)
  }
})

test('§8.4 number ranges tell cities, regions, districts, counties and county-level cities apart', () => {
  expect(divisionKind('440100')).toBe('city')
  expect(divisionKind('445100')).toBe('city')
  expect(divisionKind('152200')).toBe('region')
  expect(divisionKind('469000')).toBe('province_direct')
  expect(divisionKind('440101')).toBe('district_summary')
  expect(divisionKind('110105')).toBe('district')
  expect(divisionKind('420822')).toBe('county')
  expect(divisionKind('220581')).toBe('county_city')
  expect(divisionKind('110000')).toBe('province')
})

test('§8.5 220581102001 is a residents committee of a town in the county-level city 220581', () => {
  expect(readStatisticalDivision('220581102001')).toEqual({
    county: '220581',
    township: '102',
    townshipKind: 'town',
    village: '001',
    villageKind: 'residents_committee',
  })
  expect(readStatisticalDivision('110105001')).toEqual({
    county: '110105',
    township: '001',
    townshipKind: 'sub_district',
  })
  expect(readStatisticalDivision('110105201205')).toMatchObject({
    townshipKind: 'township',
    villageKind: 'villagers_committee',
  })
  expect(readStatisticalDivision('110105401401')).toMatchObject({
    townshipKind: 'enterprise_unit',
    villageKind: 'similar_unit',
  })
  expect(readStatisticalDivision('110105')).toBeUndefined()
  expect(urbanRuralClasses.has('121')).toBe(true)
})
