/** Words of exported lists. */
export const exportWords = {
  zh: {
    'insight.export.figures': '下级工会的数字',
    'insight.export.unit': '工会',
    'insight.export.on_roll': '在册',
    'insight.export.claimed': '已认领',
    'insight.export.affirmed': '一年内本人确认',
    'insight.export.provisional': '待确认',
  },
  en: {
    'insight.export.figures': 'Figures of the unions below',
    'insight.export.unit': 'Union',
    'insight.export.on_roll': 'On the roll',
    'insight.export.claimed': 'Claimed',
    'insight.export.affirmed': 'Confirmed within a year',
    'insight.export.provisional': 'Provisional',
  },
} as const
