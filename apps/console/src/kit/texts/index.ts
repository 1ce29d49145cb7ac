import { sayer } from '../language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks the words every screen of the desk shares. */
export const useKitSay = sayer(zh, en)
