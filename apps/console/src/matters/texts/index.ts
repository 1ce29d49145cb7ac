import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of what every matter has: clock, history, whose turn it is. */
export const useMattersSay = sayer(zh, en)
