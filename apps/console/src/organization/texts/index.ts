import { sayer } from '../../kit/language.tsx'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Speaks of unions, the tree and the posts in them. */
export const useOrganizationSay = sayer(zh, en)
