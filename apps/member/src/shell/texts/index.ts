import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of the frame around the screens. */
export const shellTexts = speaker(zh, en)
