import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of what workers ask, of retaliation, and of their figures. */
export const useRightsSay = sayer(zh, en)
