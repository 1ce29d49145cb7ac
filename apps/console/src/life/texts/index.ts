import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of the life of a membership, and of two records of one person. */
export const useLifeSay = sayer(zh, en)
