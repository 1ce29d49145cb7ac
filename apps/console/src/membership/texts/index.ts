import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of joining, confirmation, codes, the window and the roll. */
export const useMembershipSay = sayer(zh, en)
