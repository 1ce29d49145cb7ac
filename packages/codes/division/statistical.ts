import { codeTable } from '../tables/code-table.ts'
import { isDivisionCode } from './division.ts'

/** The parts of a statistical division code; `village` is absent in a code that ends at the township. */
export type StatisticalDivision = {
  /** First six digits; may be a statistical zone without a government, which GB/T 2260 lacks. */
  readonly county: string
  readonly township: string
  readonly townshipKind: 'sub_district' | 'town' | 'township' | 'enterprise_unit' | undefined
  readonly village?: string
  readonly villageKind?: 'residents_committee' | 'villagers_committee' | 'similar_unit'
}

/** 城乡分类代码: urban or rural class of a village or community. */
export const urbanRuralClasses = codeTable('统计用区划代码和城乡划分代码', [
  ['111', '主城区', 'main urban area'],
  ['112', '城乡结合区', 'urban-rural fringe'],
  ['121', '镇中心区', 'town centre'],
  ['122', '镇乡结合区', 'town fringe'],
  ['123', '特殊区域', 'special area'],
  ['210', '乡中心区', 'township centre'],
  ['220', '村庄', 'village'],
])

/**
 * Reads a statistical division code (统计用区划代码) of 9 or 12 digits; `undefined` when it is none.
 *
 * `220581102001` is county 220581, town 102, residents' committee 001.
 */
export function readStatisticalDivision(code: string): StatisticalDivision | undefined {
  if (!/^\d{9}(\d{3})?$/.test(code) || !isDivisionCode(code) || code.startsWith('000', 6)) return undefined
  const upper = {
    county: code.slice(0, 6),
    township: code.slice(6, 9),
    townshipKind: townshipKind(Number(code.slice(6, 9))),
  }
  const village = code.slice(9)
  if (village === '' || village === '000') return upper
  const villageKind = kindOfVillage(Number(village))
  return villageKind === undefined ? { ...upper, village } : { ...upper, village, villageKind }
}

function townshipKind(number: number): StatisticalDivision['townshipKind'] {
  if (number <= 99) return 'sub_district'
  if (number <= 199) return 'town'
  if (number <= 399) return 'township'
  return number <= 599 ? 'enterprise_unit' : undefined
}

function kindOfVillage(number: number): StatisticalDivision['villageKind'] {
  if (number <= 199) return 'residents_committee'
  if (number <= 399) return 'villagers_committee'
  return number <= 599 ? 'similar_unit' : undefined
}
