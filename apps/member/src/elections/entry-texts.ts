import { speaker } from '@gongqiao/kernel/shared/texts.ts'

/** The few words of elections that stand on the first screen; the others come with their own screen. */
export const electionEntryTexts = speaker(
  { entry: '我的工会正在选举', entryWhy: '看看选什么、谁是候选人、什么时候开会' },
  { entry: 'My union is electing', entryWhy: 'What is elected, who stands, and when the meeting is' },
)
