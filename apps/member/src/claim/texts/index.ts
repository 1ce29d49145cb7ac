import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of claiming a record and of saying that it is still true. */
export const claimTexts = speaker(zh, en)
