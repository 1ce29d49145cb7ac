import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of imports. */
export const useImportsSay = sayer(zh, en)
export type ImportsSay = ReturnType<typeof useImportsSay>
