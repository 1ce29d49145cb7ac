import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of elections. */
export const useElectionsSay = sayer(zh, en)
