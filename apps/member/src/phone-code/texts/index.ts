import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words around the code that comes by text message. */
export const phoneCodeTexts = speaker(zh, en)
