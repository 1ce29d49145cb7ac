import type { NewDeadlineRule } from './seed-deadlines.ts'

/** The clocks of what every matter may go through. */
export const matterDeadlines: readonly NewDeadlineRule[] = [
  {
    id: 'MAT-REFER',
    article: '信访工作条例第二十三条，全国推荐值',
    wordsZh: '收到转办的工会在 5 个工作日内可以说明理由退回，到期未退回即为接收',
    wordsEn:
      'Whoever a matter was referred to may send it back with a reason within 5 working days; silence accepts it',
    triggerZh: '转办到达',
    triggerEn: 'it arrived',
    length: 5,
    unit: 'workday',
    roll: false,
    side: 'duty',
    onExpire: 'takes_effect',
    confidence: 'REC',
    from: '2020-01-01',
  },
]
