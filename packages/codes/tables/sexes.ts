import { type CodeOf, codeTable } from './code-table.ts'

/**
 * 性别: sex as civil registration knows it.
 *
 * @see GB/T 2261.1-2003
 */
export const sexes = codeTable('GB/T 2261.1-2003', [
  [0, '未知的性别', 'unknown'],
  [1, '男', 'male'],
  [2, '女', 'female'],
  [9, '未说明的性别', 'not stated'],
])

/** 0 unknown, 1 male, 2 female, 9 not stated. */
export type SexCode = CodeOf<typeof sexes>
