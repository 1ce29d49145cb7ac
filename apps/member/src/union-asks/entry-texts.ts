import { speaker } from '@gongqiao/kernel/shared/texts.ts'

/** The one line on home, apart from the words of the screens, which come when they are opened. */
export const unionAskEntryTexts = speaker({ entry: '我的单位没有工会' }, { entry: 'There is no union where I work' })
