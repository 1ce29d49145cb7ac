import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of lists that leave as files. */
export const useExportsSay = sayer(zh, en)
