import { type Province, provinces } from './provinces.ts'

/** The six levels of place, from the nation to village and community. */
export type DivisionLevel = 'nation' | 'province' | 'prefecture' | 'county' | 'township' | 'village'

/** What a code of six digits stands for by the ranges of its second and third pair. */
export type DivisionKind =
  | 'nation'
  | 'province'
  | 'city'
  | 'region'
  | 'province_direct'
  | 'district_summary'
  | 'district'
  | 'county'
  | 'county_city'

/** Says whether a text has the shape of a division code: 6, 9 or 12 digits within a known province, or the nation's zeros. */
export function isDivisionCode(code: string): boolean {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(code)) return false
  if (/^0+$/.test(code)) return true
  if (provinceOf(code) === undefined) return false
  // A part set below an empty one names a place inside nothing; only townships stand right under a city without
  // counties (东莞 441900003).
  return !/^\d{2}00(0*[1-9])/.test(code) && !/^\d{6}0000*[1-9]/.test(code)
}

/** The province a code of any level lies in; `undefined` for the nation and for what is no division (83…). */
export function provinceOf(code: string): Province | undefined {
  const prefix = code.slice(0, 2)
  return provinces.find((province) => province.code === prefix)
}

/**
 * The level of a division code of 6, 9 or 12 digits.
 *
 * @throws RangeError when it is no division code
 * @see GB/T 2260
 */
export function divisionLevel(code: string): DivisionLevel {
  if (!isDivisionCode(code)) throw new RangeError(`not a division code: ${code}`)
  if (/^0+$/.test(code)) return 'nation'
  if (/[1-9]/.test(code.slice(9))) return 'village'
  if (/[1-9]/.test(code.slice(6))) return 'township'
  if (!code.startsWith('00', 4)) return 'county'
  return code.startsWith('00', 2) ? 'province' : 'prefecture'
}

/**
 * The range of cell numbers, both ends included, that lies in a division.
 *
 * The nation is [0, 999999], a province [440000, 449999], a prefecture [440100, 440199], a county its own cell, a
 * township or village the cell of its county, or of its city where the city has no counties. The cell kept for a province's or a city's own level is the first number of its range.
 *
 * @throws RangeError when it is no division code
 */
export function cellRangeOf(code: string): readonly [first: number, last: number] {
  const first = Number(code.slice(0, 6))
  switch (divisionLevel(code)) {
    case 'nation':
      return [0, 999_999]
    case 'province':
      return [first, first + 9_999]
    case 'prefecture':
      return [first, first + 99]
    default:
      return [first, first]
  }
}

/**
 * What kind of division a six-digit code names, by the number ranges of the standard.
 *
 * `region` is a prefecture, autonomous prefecture or league; `province_direct` holds counties under the province;
 * `district_summary` (市辖区) is a heading, not a place. `undefined` where the standard assigns no kind to the number.
 *
 * @throws RangeError when it is no division code
 * @see GB/T 2260
 */
export function divisionKind(code: string): DivisionKind | undefined {
  const level = divisionLevel(code)
  if (level === 'nation' || level === 'province') return level
  if (level === 'prefecture') return prefectureKind(Number(code.slice(2, 4)))
  return countyKind(Number(code.slice(4, 6)))
}

function prefectureKind(number: number): DivisionKind | undefined {
  if (number <= 20 || (number >= 51 && number <= 70)) return 'city'
  if (number <= 50) return 'region'
  return number === 90 ? 'province_direct' : undefined
}

function countyKind(number: number): DivisionKind {
  if (number === 1) return 'district_summary'
  if (number <= 20) return 'district'
  return number <= 80 ? 'county' : 'county_city'
}
