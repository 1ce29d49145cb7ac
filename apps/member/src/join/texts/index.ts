import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of joining: the scanned code, the form, the outcome. */
export const joinTexts = speaker(zh, en)
