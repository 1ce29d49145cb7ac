import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of the pieces every screen is made of. */
export const kitTexts = speaker(zh, en)
