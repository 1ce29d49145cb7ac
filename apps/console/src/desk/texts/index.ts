import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of the desk and its queue. */
export const useDeskSay = sayer(zh, en)
