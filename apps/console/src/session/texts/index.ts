import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of signing in and of the post one acts as. */
export const useSessionSay = sayer(zh, en)
