import { get, lookUp, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { mergeRecords } from './commands/merge-records.ts'
import { undoMerge } from './commands/undo-merge.ts'
import { listDuplicates } from './queries/list-duplicates.ts'
import { listMerges } from './queries/list-merges.ts'
import { previewMerge } from './queries/preview-merge.ts'

/** Two records of one person 重复记录: found, looked at side by side, made one, and undone. */
export const duplicateRoutes: readonly Route[] = [
  get('/units/:unit/duplicates', listDuplicates, '疑似重复的记录'),
  get('/units/:unit/merges', listMerges, '合并过的记录'),
  lookUp('/cells/:cell/duplicates/preview', previewMerge, '合并前先看每一项'),
  post('/cells/:cell/duplicates/merging', mergeRecords, '合并两份记录', { status: 201 }),
  post('/cells/:cell/merges/:merge/undo', undoMerge, '撤销合并'),
]
