import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of tokens for programs. */
export const useTokensSay = sayer(zh, en)
