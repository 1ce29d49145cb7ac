import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of founding unions and of their registration. */
export const useFoundingSay = sayer(zh, en)
