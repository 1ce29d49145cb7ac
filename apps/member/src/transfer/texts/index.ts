import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of moving a membership to another union. */
export const transferTexts = speaker(zh, en)
