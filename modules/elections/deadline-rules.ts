import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'

const ordinance = '工会基层组织选举工作条例'

/** The deadlines of elections, as rows: what is law here changes by a row, never by code (G-07). */
export const electionDeadlines: readonly NewDeadlineRule[] = [
  duty(
    'ELE-PLAN',
    '换届筹备，全国推荐值',
    '换届方案应在 60 天内报上一级工会',
    'The plan goes to the union above within 60 days',
    60,
    'day',
    'REC',
  ),
  duty(
    'ELE-14',
    '基层工会会员代表大会条例',
    '上一级工会应在 15 天内答复请示',
    'The union above answers the request within 15 days',
    15,
    'day',
    'V2',
  ),
  duty(
    'ELE-NOMINATE',
    '换届筹备，全国推荐值',
    '应在 60 天内提出并公布候选人',
    'Candidates are brought forward and published within 60 days',
    60,
    'day',
    'REC',
  ),
  duty(
    'ELE-35',
    `${ordinance} 第十五条`,
    '委员候选人公示不少于 5 个工作日',
    'Candidates for the committee are published for at least 5 working days',
    5,
    'workday',
    'U',
  ),
  duty(
    'ELE-35-CHAIR',
    '企业工会主席产生办法（试行）第十条',
    '主席候选人公示 7 天',
    'Candidates for the chair are published for 7 days',
    7,
    'day',
    'V2',
  ),
  {
    ...duty(
      'ELE-15',
      '基层工会会员代表大会条例',
      '应在会议 5 个工作日前通知代表',
      'Delegates are told 5 working days before the meeting',
      5,
      'workday',
      'V2',
    ),
    counting: 'before',
  },
  duty(
    'ELE-MEET',
    '换届筹备，全国推荐值',
    '公示结束后应在 30 天内开会选举',
    'The meeting is held within 30 days',
    30,
    'day',
    'REC',
  ),
  duty(
    'ELE-COUNT',
    '当场计票，全国推荐值',
    '应在 3 天内录入并核对计票结果',
    'The counts are entered and compared within 3 days',
    3,
    'day',
    'REC',
  ),
  duty(
    'ELE-REPORT',
    '选举结果上报，全国推荐值',
    '应在 15 天内把选举结果报上一级工会',
    'The result goes to the union above within 15 days',
    15,
    'day',
    'REC',
  ),
]

function duty(
  id: string,
  article: string,
  wordsZh: string,
  wordsEn: string,
  length: number,
  unit: NewDeadlineRule['unit'],
  confidence: NewDeadlineRule['confidence'],
): NewDeadlineRule {
  return { id, article, wordsZh, wordsEn, length, unit, roll: false, side: 'duty', confidence, from: '2020-01-01' }
}
