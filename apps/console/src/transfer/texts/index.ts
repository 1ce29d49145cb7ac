import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of members who move from union to union. */
export const useTransferSay = sayer(zh, en)
