import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of the officer's own messages. */
export const usePeopleSay = sayer(zh, en)
