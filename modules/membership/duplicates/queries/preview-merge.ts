import { query } from '@gongqiao/kernel/command/query.ts'
import { MergePreview, Pair } from '../contract.ts'
import { openPair } from '../pair.ts'
import { earlierDay, mergedSide } from '../rules.ts'

/**
 * What making two records one would do, field by field, before anything is done 合并预览.
 *
 * Refuses what the merge itself would refuse.
 */
export const previewMerge = query({
  act: 'membership.preview_merge',
  by: ['post'],
  input: Pair,
  output: MergePreview,
  cellOf: (input) => input.cell,
  subjects: ({ cell, keep, drop }) => [{ cell, people: [keep.person, drop.person] }],
  async run({ tx, input, today, allow, services }) {
    const { keep, drop } = await openPair(tx, input, allow, today)
    return {
      cell: input.cell,
      keep,
      drop,
      after: mergedSide(keep, drop, true),
      earlierSince: earlierDay(keep, drop),
      undoUntil: services.deadlines.due('MEM-MERGE-UNDO', today, { cell: input.cell }).on,
    }
  },
})
