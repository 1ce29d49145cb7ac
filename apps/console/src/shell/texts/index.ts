import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of the frame: places, tools, keys and the post one acts as. */
export const useShellSay = sayer(zh, en)
