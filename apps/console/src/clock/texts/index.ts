import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of time limits and the working-day calendar. */
export const useClockSay = sayer(zh, en)
export type ClockSay = ReturnType<typeof useClockSay>
