import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'

const common = { roll: false, side: 'duty', from: '2020-01-01' } as const

/** The clocks of registration 法人登记 as rows. @see ORG-36, ORG-37 */
export const registrationDeadlines: readonly NewDeadlineRule[] = [
  {
    id: 'ORG-REG',
    article: '工会法人资格登记办理时限，全国推荐值',
    wordsZh: '登记机关收到申请后，应在 15 个工作日内作出决定',
    wordsEn: 'The registrar decides within 15 working days of the application',
    length: 15,
    unit: 'workday',
    confidence: 'REC',
    ...common,
  },
  {
    id: 'ORG-REG-MEND',
    article: '登记申请补正时限，全国推荐值',
    wordsZh: '申请退回后，请在 30 天内补正',
    wordsEn: 'An application that was returned is mended within 30 days',
    length: 30,
    unit: 'day',
    confidence: 'REC',
    ...common,
    roll: true,
  },
  {
    id: 'ORG-36',
    article: '《基层工会法人登记管理办法》第二十六、二十七条',
    wordsZh: '证书有效期届满前 30 天内申请换领',
    wordsEn: 'A renewal is applied for within the 30 days before the certificate ends',
    length: 30,
    unit: 'day',
    counting: 'before',
    confidence: 'V2',
    ...common,
    onExpire: 'none',
  },
  {
    id: 'ORG-37',
    article: '工会法人资格变更登记：广东、武汉办事指南',
    wordsZh: '名称、法定代表人或住所变更后，30 天内申请变更登记',
    wordsEn: 'A change of name, legal representative or address is registered within 30 days',
    length: 30,
    unit: 'day',
    confidence: 'V2',
    ...common,
    roll: true,
  },
]
