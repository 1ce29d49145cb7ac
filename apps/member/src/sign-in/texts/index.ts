import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of signing in. */
export const signInTexts = speaker(zh, en)
