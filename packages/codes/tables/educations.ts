import { type CodeOf, codeTable } from './code-table.ts'

/**
 * 学历: education by level and outcome (毕业 graduated, 结业 completed, 肄业 left early).
 *
 * An older edition and some public lists write 72 and 82 where this one has 73 and 83: an import must say its edition.
 *
 * @see GB/T 4658-2006
 */
export const educations = codeTable('GB/T 4658-2006', [
  ['10', '研究生教育', 'postgraduate education'],
  ['11', '博士研究生毕业', 'doctoral programme, graduated'],
  ['12', '博士研究生结业', 'doctoral programme, completed'],
  ['13', '博士研究生肄业', 'doctoral programme, left early'],
  ['14', '硕士研究生毕业', "master's programme, graduated"],
  ['15', '硕士研究生结业', "master's programme, completed"],
  ['16', '硕士研究生肄业', "master's programme, left early"],
  ['17', '研究生班毕业', 'postgraduate class, graduated'],
  ['18', '研究生班结业', 'postgraduate class, completed'],
  ['19', '研究生班肄业', 'postgraduate class, left early'],
  ['20', '大学本科教育', 'undergraduate education'],
  ['21', '大学本科毕业', 'undergraduate, graduated'],
  ['22', '大学本科结业', 'undergraduate, completed'],
  ['23', '大学本科肄业', 'undergraduate, left early'],
  ['28', '大学普通班毕业', 'general university class, graduated'],
  ['30', '大学专科教育', 'junior college education'],
  ['31', '大学专科毕业', 'junior college, graduated'],
  ['32', '大学专科结业', 'junior college, completed'],
  ['33', '大学专科肄业', 'junior college, left early'],
  ['40', '中等职业教育', 'secondary vocational education'],
  ['41', '中等专科毕业', 'secondary specialised school, graduated'],
  ['42', '中等专科结业', 'secondary specialised school, completed'],
  ['43', '中等专科肄业', 'secondary specialised school, left early'],
  ['44', '职业高中毕业', 'vocational senior high school, graduated'],
  ['45', '职业高中结业', 'vocational senior high school, completed'],
  ['46', '职业高中肄业', 'vocational senior high school, left early'],
  ['47', '技工学校毕业', 'skilled workers school, graduated'],
  ['48', '技工学校结业', 'skilled workers school, completed'],
  ['49', '技工学校肄业', 'skilled workers school, left early'],
  ['60', '普通高级中学教育', 'senior high school education'],
  ['61', '普通高中毕业', 'senior high school, graduated'],
  ['62', '普通高中结业', 'senior high school, completed'],
  ['63', '普通高中肄业', 'senior high school, left early'],
  ['70', '初级中学教育', 'junior high school education'],
  ['71', '初中毕业', 'junior high school, graduated'],
  ['73', '初中肄业', 'junior high school, left early'],
  ['80', '小学教育', 'primary school education'],
  ['81', '小学毕业', 'primary school, graduated'],
  ['83', '小学肄业', 'primary school, left early'],
  ['90', '其他', 'other'],
])

/** Two-digit education code. */
export type EducationCode = CodeOf<typeof educations>

/** The six groups in which education is counted. */
export type EducationGroup =
  | 'postgraduate'
  | 'bachelor'
  | 'college'
  | 'vocational'
  | 'senior_high'
  | 'junior_high_or_below'

/** The statistical group of an education code. */
export function educationGroup(code: EducationCode): EducationGroup {
  switch (code.charAt(0)) {
    case '1':
      return 'postgraduate'
    case '2':
      return 'bachelor'
    case '3':
      return 'college'
    case '4':
      return 'vocational'
    case '6':
      return 'senior_high'
    default:
      return 'junior_high_or_below'
  }
}
