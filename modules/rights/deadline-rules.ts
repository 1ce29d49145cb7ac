import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { supplement } from './machine.ts'

const hotline = '12351 工单时限，全国推荐值，省级可调'
const from = '2020-01-01'

type Duty = Pick<NewDeadlineRule, 'id' | 'length' | 'unit' | 'wordsZh' | 'wordsEn' | 'pauseOn'>
/** While the asker is asked for more the union's clock stands still; what is urgent never waits (T-11). */
const pauseOn = [supplement] as const
const duty = (row: Duty, article = hotline): NewDeadlineRule => ({
  ...row,
  article,
  roll: false,
  side: 'duty',
  confidence: 'REC',
  from,
})

/** The person's own time: nothing is late when it has passed. */
const own = (row: Omit<Duty, 'unit'>, article: string): NewDeadlineRule => ({
  ...row,
  unit: 'day',
  article,
  roll: true,
  side: 'right',
  confidence: 'REC',
  from,
})

/**
 * The deadlines of asks and reports, as rows: the defaults of the hotline's three classes, which a province may change by
 * a row of its own region.
 *
 * @see rulebook 2.7, 12.4; G-05, G-07
 */
export const rightsDeadlines: readonly NewDeadlineRule[] = [
  duty({
    id: 'RGT-SIGN',
    length: 1,
    unit: 'workday',
    wordsZh: '工会应在 1 个工作日内签收您的诉求',
    wordsEn: 'The union signs for your question within 1 working day',
  }),
  duty({
    id: 'RGT-GENERAL',
    pauseOn,
    length: 5,
    unit: 'workday',
    wordsZh: '一般诉求，工会应在签收后 5 个工作日内答复您',
    wordsEn: 'An ordinary question is answered within 5 working days of being signed for',
  }),
  duty({
    id: 'RGT-GENERAL-2',
    pauseOn,
    length: 10,
    unit: 'workday',
    wordsZh: '一般诉求延期一次，工会应在签收后 10 个工作日内答复您',
    wordsEn: 'An ordinary question, extended once, is answered within 10 working days of being signed for',
  }),
  duty({
    id: 'RGT-DIFFICULT',
    pauseOn,
    length: 15,
    unit: 'workday',
    wordsZh: '难点诉求，工会应在签收后 15 个工作日内答复您',
    wordsEn: 'A difficult question is answered within 15 working days of being signed for',
  }),
  duty({
    id: 'RGT-DIFFICULT-2',
    pauseOn,
    length: 25,
    unit: 'workday',
    wordsZh: '难点诉求延期一次，工会应在签收后 25 个工作日内答复您',
    wordsEn: 'A difficult question, extended once, is answered within 25 working days of being signed for',
  }),
  duty({
    id: 'RGT-COMPLEX',
    pauseOn,
    length: 30,
    unit: 'workday',
    wordsZh: '特别复杂的诉求，工会应在签收后 30 个工作日内答复您，并在第 10 个工作日前告知进展',
    wordsEn: 'A specially complex question is answered within 30 working days, with news of it by the 10th',
  }),
  duty({
    id: 'RGT-COMPLEX-2',
    pauseOn,
    length: 45,
    unit: 'workday',
    wordsZh: '特别复杂的诉求延期一次，工会应在签收后 45 个工作日内答复您',
    wordsEn: 'A specially complex question, extended once, is answered within 45 working days of being signed for',
  }),
  duty({
    id: 'RGT-INTERIM',
    pauseOn,
    length: 10,
    unit: 'workday',
    wordsZh: '特别复杂的诉求，工会应在签收后 10 个工作日内告诉您办到哪一步',
    wordsEn: 'Of a specially complex question you are told how far it is within 10 working days of being signed for',
  }),
  {
    ...duty({
      id: 'RGT-RETURN',
      length: 1,
      unit: 'workday',
      wordsZh: '收到转办诉求的工会在 1 个工作日内可以说明理由退回一次，到期未退回即为接收',
      wordsEn:
        'Whoever a question was referred to may send it back once, with a reason, within 1 working day; silence accepts it',
    }),
    onExpire: 'takes_effect',
  },
  duty({
    id: 'RGT-URGENT',
    length: 1,
    unit: 'day',
    wordsZh: '紧急诉求，工会应在 30 分钟内联系您，最迟次日给出处理结果',
    wordsEn: 'An urgent question: the union calls you within 30 minutes and acts by the next day',
  }),
  own(
    {
      id: 'RGT-MORE',
      length: 15,
      wordsZh: '请您在 15 天内补充；过了这一天，仍可以补充',
      wordsEn: 'Please add what is missing within 15 days; you still can after that',
    },
    '补充材料期限，全国推荐值',
  ),
  own(
    {
      id: 'RGT-CONFIRM',
      length: 15,
      wordsZh: '请您在 15 天内说一声是否解决；没有说的，记为“未确认”，不算满意',
      wordsEn:
        'Please say within 15 days whether it is solved; unsaid, it counts as unconfirmed and never as satisfied',
    },
    '答复后本人回话期限，全国推荐值',
  ),
  duty(
    {
      id: 'RGT-RETALIATION',
      length: 1,
      unit: 'workday',
      wordsZh: '上一级工会应在 1 个工作日内受理您反映的打击报复',
      wordsEn: 'The union one level up takes up your report of retaliation within 1 working day',
    },
    'G-05；《信访工作条例》§18、§46；《工会法》§52、§53',
  ),
  duty(
    {
      id: 'RGT-RETALIATION-HANDLE',
      length: 15,
      unit: 'workday',
      wordsZh: '上一级工会应在受理后 15 个工作日内答复您',
      wordsEn: 'The union one level up answers you within 15 working days of taking it up',
    },
    '打击报复办理期限，全国推荐值',
  ),
]
