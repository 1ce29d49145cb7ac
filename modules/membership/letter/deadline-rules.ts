import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'

/** The clock of a letter 会籍证明. */
export const letterDeadlines: readonly NewDeadlineRule[] = [
  {
    id: 'MEM-LETTER',
    article: '会籍证明办理时限，全国推荐值，市级可调',
    wordsZh: '工会收到申请后，应在 3 个工作日内开具会籍证明，或说明为什么不能开',
    wordsEn: 'The union issues the letter within 3 working days of your asking, or says why not',
    length: 3,
    unit: 'workday',
    roll: false,
    side: 'duty',
    pauseOn: ['details_missing'],
    extend: {
      max: 3,
      approver: '不经办的岗位',
      approverEn: 'a post that does not handle it',
      notify: '到期前告诉本人',
    },
    confidence: 'REC',
    from: '2020-01-01',
  },
]
