import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of the demonstration's inbox. */
export const demoTexts = speaker(zh, en)
