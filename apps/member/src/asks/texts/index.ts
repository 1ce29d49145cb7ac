import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of asking the union 诉求. */
export const askTexts = speaker(zh, en)
