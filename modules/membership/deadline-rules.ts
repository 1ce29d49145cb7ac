import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { mergeDeadlines } from './duplicates/deadline-rules.ts'
import { letterDeadlines } from './letter/deadline-rules.ts'
import { lifeDeadlines } from './life/deadline-rules.ts'
import { transferDeadlines } from './transfer/deadline-rules.ts'

/** The deadlines of this module's matters, as rows: what is law here changes by a row, never by code (G-07). */
export const membershipDeadlines: readonly NewDeadlineRule[] = [
  {
    id: 'MEM-SLA',
    article: '网上入会审核时限，全国推荐值，市级可调',
    wordsZh: '工会收到申请后，应在 15 个工作日内联系您并作出决定',
    wordsEn: 'The union contacts you and decides within 15 working days of your application',
    length: 15,
    unit: 'workday',
    roll: false,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'MEM-MEND',
    article: '补充材料期限，全国推荐值',
    wordsZh: '您可以在 30 天内补充后重新提交；过了这一天，仍可以补充',
    wordsEn: 'You can mend it and send it again within 30 days, and still after that',
    length: 30,
    unit: 'day',
    roll: true,
    side: 'right',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'MEM-PERSON',
    article: '本人核对期限，全国推荐值',
    wordsZh: '请在 15 个工作日内由本人到窗口核对',
    wordsEn: 'Please prove who you are at a window within 15 working days',
    length: 15,
    unit: 'workday',
    roll: false,
    side: 'right',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'MEM-NOTME',
    article: '“不是我”申告处理期限，全国推荐值',
    wordsZh: '工作人员应在 5 个工作日内核实并答复您',
    wordsEn: 'A person looks into it and answers you within 5 working days',
    length: 5,
    unit: 'workday',
    roll: false,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'MEM-SETTLE',
    article: '“不是我”申告答复后本人回话期限，全国推荐值',
    wordsZh: '请您在 30 天内说一声是否解决；过了这一天，仍可以说',
    wordsEn: 'Please say within 30 days whether it is settled; you still can after that',
    length: 30,
    unit: 'day',
    roll: true,
    side: 'right',
    confidence: 'REC',
    from: '2020-01-01',
  },
  ...letterDeadlines,
  ...lifeDeadlines,
  ...mergeDeadlines,
  ...transferDeadlines,
]
