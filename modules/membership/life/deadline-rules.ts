import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'

type Said = Pick<NewDeadlineRule, 'id' | 'article' | 'wordsZh' | 'wordsEn' | 'length' | 'unit' | 'side'>

/** No article gives these a number of days: recommended ones, which a city changes by a row. */
const recommended = (rule: Said): NewDeadlineRule => ({
  ...rule,
  roll: rule.unit === 'day',
  confidence: 'REC',
  from: '2020-01-01',
})

/** The deadlines of the matters that change or end a membership (G-07). */
export const lifeDeadlines: readonly NewDeadlineRule[] = [
  recommended({
    id: 'MEM-STAND',
    article: '会籍保留、恢复办理期限，全国推荐值',
    wordsZh: '工会收到后，应在 10 个工作日内办好或说明原因',
    wordsEn: 'The union does it, or says why not, within 10 working days',
    length: 10,
    unit: 'workday',
    side: 'duty',
  }),
  recommended({
    id: 'MEM-RESIGN',
    article: '《中国工会章程》第六条；公布期限为全国推荐值',
    wordsZh: '工会委员会应在 15 个工作日内公布；公布之前，您随时可以撤回',
    wordsEn: 'The committee announces it within 15 working days; until then you can take it back',
    length: 15,
    unit: 'workday',
    side: 'duty',
  }),
  recommended({
    id: 'MEM-MENDWAYS',
    article: '《中国工会章程》第六条；改正期限为全国推荐值',
    wordsZh: '请您在 30 天内补交会费，或说明原因；过了这一天，仍可以说明',
    wordsEn: 'Please pay your dues or say why not within 30 days; you still can after that',
    length: 30,
    unit: 'day',
    side: 'right',
  }),
  recommended({
    id: 'MEM-DEEMED',
    article: '《中国工会章程》第六条；决定期限为全国推荐值',
    wordsZh: '工会委员会应在 15 个工作日内答复您的说明',
    wordsEn: 'The committee answers what you said within 15 working days',
    length: 15,
    unit: 'workday',
    side: 'duty',
  }),
  recommended({
    id: 'MEM-OPINION',
    article: '《中国工会章程》第七条；小组讨论期限为全国推荐值',
    wordsZh: '工会小组应在 30 个工作日内讨论并提出意见',
    wordsEn: 'The union group discusses it and gives its opinion within 30 working days',
    length: 30,
    unit: 'workday',
    side: 'duty',
  }),
  recommended({
    id: 'MEM-EXPEL',
    article: '《中国工会章程》第七条；决定期限为全国推荐值',
    wordsZh: '工会委员会应在 30 个工作日内表决',
    wordsEn: 'The committee votes within 30 working days',
    length: 30,
    unit: 'workday',
    side: 'duty',
  }),
  recommended({
    id: 'MEM-FILE',
    article: '《中国工会章程》第七条；备案期限为全国推荐值',
    wordsZh: '上一级工会应在 15 个工作日内备案',
    wordsEn: 'The union one level up files it within 15 working days',
    length: 15,
    unit: 'workday',
    side: 'duty',
  }),
]
