import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'

/** The deadlines of what becomes of unions. */
export const changeDeadlines: readonly NewDeadlineRule[] = [
  {
    id: 'ORG-CHANGE',
    article: '《中国工会章程》第十六条：撤并须报上一级工会批准；批复期限为全国推荐值',
    wordsZh: '上一级工会应在 15 天内批复',
    wordsEn: 'The union above answers within 15 days',
    length: 15,
    unit: 'day',
    roll: true,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'ORG-CHANGE-MEND',
    article: '组织变动补充材料期限，全国推荐值',
    wordsZh: '应在 30 天内补充后重新报送，或者撤回',
    wordsEn: 'It is mended and sent again, or taken back, within 30 days',
    length: 30,
    unit: 'day',
    roll: true,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'ORG-CHANGE-MOVE',
    article: '组织变动交接期限，全国推荐值',
    wordsZh: '会员和未办结的事项应在 5 个工作日内转接完毕',
    wordsEn: 'Members and open matters are taken over within 5 working days',
    length: 5,
    unit: 'workday',
    roll: false,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
]
