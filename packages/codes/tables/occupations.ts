import { tidyCode } from '../tidy.ts'
import { type CodeOf, codeTable } from './code-table.ts'

/**
 * 职业分类大典 大类: the eight major classes of occupation.
 *
 * The health sector's codes of GB/T 6565 look alike and are another list.
 */
export const occupationMajorClasses = codeTable('职业分类大典 2015', [
  ['1', '党的机关、国家机关、群众团体和社会组织、企事业单位负责人', 'heads of organs, organizations and enterprises'],
  ['2', '专业技术人员', 'professionals and technicians'],
  ['3', '办事人员和有关人员', 'clerical and related staff'],
  ['4', '社会生产服务和生活服务人员', 'production-service and life-service staff'],
  ['5', '农、林、牧、渔业生产及辅助人员', 'agriculture, forestry, animal husbandry and fishery workers'],
  ['6', '生产制造及有关人员', 'manufacturing and related workers'],
  ['7', '军人', 'military'],
  ['8', '不便分类的其他从业人员', 'other workers not elsewhere classified'],
])

/** One-digit major class of occupation. */
export type OccupationMajorClass = CodeOf<typeof occupationMajorClasses>

/** Says whether a text has the shape of an occupation code, `d-dd-dd-dd` with a known major class. */
export function isOccupationCode(text: string): boolean {
  return /^[1-8]-\d{2}-\d{2}-\d{2}$/.test(tidyCode(text))
}
