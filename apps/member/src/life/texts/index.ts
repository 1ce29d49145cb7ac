import { speaker } from '@gongqiao/kernel/shared/texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Words of what a member can do with their own membership. */
export const lifeTexts = speaker(zh, en)
