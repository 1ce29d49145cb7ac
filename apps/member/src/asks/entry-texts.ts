import { speaker } from '@gongqiao/kernel/shared/texts.ts'

/** The few words of asking that stand on the first screen; the others come with its own screens. */
export const askEntryTexts = speaker(
  { entry: '问工会', myAsks: '我问过的', byCode: '凭查询码查看' },
  { entry: 'Ask my union', myAsks: 'What I asked', byCode: 'By query code' },
)
