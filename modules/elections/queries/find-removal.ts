import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { ElectionKey, SmallMatter } from '../contract.ts'
import { findStoredRemoval, removalView } from '../removal-view.ts'

/** One removal. Refuses `kernel.absent`, `kernel.forbidden`. */
export const findRemoval = query({
  act: 'elections.view_removal',
  by: ['post'],
  input: ElectionKey,
  output: SmallMatter,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, today, allow, services }) {
    const row = await findStoredRemoval(tx, input.cell, input.matter)
    if (!row) throw absent()
    allow({ cell: row.cell, path: row.path })
    return removalView(tx, services, row, today, { actor, language: actor.language })
  },
})
