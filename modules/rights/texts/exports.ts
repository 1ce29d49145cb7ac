import { topicWords } from './topics.ts'

const topics = (language: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(topicWords[language]).map(([code, words]) => [`rights.topic.${code}`, words]))

/** Titles and words of this module's exported lists. */
export const exportWords = {
  zh: {
    ...topics('zh'),
    'rights.export.figures': '诉求统计',
    'rights.export.part': '口径',
    'rights.export.name': '名称',
    'rights.export.asks': '件数',
    'rights.export.hidden': '不显示',
    'rights.export.total': '合计',
    'rights.export.by_topic': '按类别',
    'rights.export.by_outcome': '按结果',
    'rights.export.by_place': '按地方',
    'rights.export.days': '首次答复天数',
    'rights.export.p50': '一半在几天内',
    'rights.export.p90': '九成在几天内',
    'rights.export.own': '本级直接受理',
    'rights.standing.open': '在办',
    'rights.standing.answered': '已答复，待确认',
    'rights.standing.solved': '已解决',
    'rights.standing.partly': '部分解决',
    'rights.standing.unsolved': '未解决',
    'rights.standing.unconfirmed': '未确认',
    'rights.standing.withdrawn': '已撤回',
  },
  en: {
    ...topics('en'),
    'rights.export.figures': 'Questions in figures',
    'rights.export.part': 'Counted by',
    'rights.export.name': 'Name',
    'rights.export.asks': 'Questions',
    'rights.export.hidden': 'not shown',
    'rights.export.total': 'All',
    'rights.export.by_topic': 'Topic',
    'rights.export.by_outcome': 'Outcome',
    'rights.export.by_place': 'Place',
    'rights.export.days': 'Days to first answer',
    'rights.export.p50': 'half within',
    'rights.export.p90': 'nine of ten within',
    'rights.export.own': 'asked of the union itself',
    'rights.standing.open': 'open',
    'rights.standing.answered': 'answered, not confirmed yet',
    'rights.standing.solved': 'solved',
    'rights.standing.partly': 'partly solved',
    'rights.standing.unsolved': 'not solved',
    'rights.standing.unconfirmed': 'unconfirmed',
    'rights.standing.withdrawn': 'withdrawn',
  },
} as const
