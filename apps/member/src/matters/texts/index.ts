import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of matters 事项: where they stand, who has them, by when. */
export const mattersTexts = speaker(zh, en)
