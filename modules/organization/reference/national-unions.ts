import type { UnitLevel } from '../contract.ts'
import type { UnionNames } from './union-names.ts'

/** A union that stands directly below the nation without a division of its own. */
export interface NationalUnion extends UnionNames {
  cell: number
  level: UnitLevel
}

/**
 * The ten national industrial unions 全国产业工会, the union of central organs and that of the production corps.
 *
 * Their cells lie in 901000–912999, which GB/T 2260 uses for nothing: a thousand numbers each, the first for the union
 * itself, so that a vertically led industry (铁路, 民航, 金融) can give its bureaus cells and stay one range.
 *
 * @see ORG-02, ORG-04; rulebook 8.4 (the corps has no code of its own)
 */
export const nationalUnions: readonly NationalUnion[] = [
  industry(901_000, '中国教科文卫体工会'),
  industry(902_000, '中国海员建设工会'),
  industry(903_000, '中国能源化学地质工会'),
  industry(904_000, '中国机械冶金建材工会'),
  industry(905_000, '中国国防邮电工会'),
  industry(906_000, '中国财贸轻纺烟草工会'),
  industry(907_000, '中国农林水利气象工会'),
  { cell: 908_000, level: 'industry', name: '中华全国铁路总工会', shortName: '全国铁路总工会' },
  industry(909_000, '中国民航工会'),
  industry(910_000, '中国金融工会'),
  { cell: 911_000, level: 'industry', name: '中央和国家机关工会联合会', shortName: '中央国家机关工会' },
  { cell: 912_000, level: 'province', name: '新疆生产建设兵团总工会', shortName: '兵团总工会' },
]

function industry(cell: number, shortName: string): NationalUnion {
  return { cell, level: 'industry', name: `${shortName}全国委员会`, shortName }
}
