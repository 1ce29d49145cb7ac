import { type CodeOf, codeTable } from './code-table.ts'

/**
 * 婚姻状况: marital status.
 *
 * @see GB/T 2261.2
 */
export const maritalStatuses = codeTable('GB/T 2261.2', [
  ['10', '未婚', 'never married'],
  ['20', '已婚', 'married'],
  ['21', '初婚', 'first marriage'],
  ['22', '再婚', 'remarried'],
  ['23', '复婚', 'remarried to a former spouse'],
  ['30', '丧偶', 'widowed'],
  ['40', '离婚', 'divorced'],
  ['90', '未说明的婚姻状况', 'not stated'],
])

/** Two-digit marital status code. */
export type MaritalStatusCode = CodeOf<typeof maritalStatuses>
