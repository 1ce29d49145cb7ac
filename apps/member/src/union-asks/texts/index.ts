import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of asking for a union where one works 要求建会. */
export const unionAskTexts = speaker(zh, en)
