import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of the card and of checking one. */
export const cardTexts = speaker(zh, en)
