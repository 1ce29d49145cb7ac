import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'

/** How long a merge of two records can be undone (G-07). */
export const mergeDeadlines: readonly NewDeadlineRule[] = [
  {
    id: 'MEM-MERGE-UNDO',
    article: '重复记录合并撤销期限，全国推荐值',
    wordsZh: '合并后 30 天内可以撤销',
    wordsEn: 'A merge can be undone within 30 days',
    length: 30,
    unit: 'day',
    roll: false,
    side: 'right',
    confidence: 'REC',
    from: '2020-01-01',
  },
]
