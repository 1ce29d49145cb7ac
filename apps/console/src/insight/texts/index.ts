import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of live figures. */
export const useInsightSay = sayer(zh, en)
