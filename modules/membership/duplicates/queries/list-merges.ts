import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { MergeList } from '../contract.ts'
import { type MergeRow, mergeColumns, mergeViews } from '../merge-view.ts'

/**
 * Records that were made one inside a union, newest first, 50 at most, with until when each can be undone.
 *
 * Refuses `kernel.absent`, `membership.duplicates_by_county` above a county.
 */
export const listMerges = query({
  act: 'membership.list_merges',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: MergeList,
  subjects: ({ items }) =>
    [...Map.groupBy(items, ({ cell }) => cell)].map(([cell, some]) => ({
      cell,
      people: [...new Set(some.flatMap(({ kept, dropped }) => [kept.person, dropped.person]))],
    })),
  async run({ tx, input, today, allow, within }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const range = rangeOfUnit(unit)
    if (range.cellLo !== range.cellHi) throw new Refusal('membership.duplicates_by_county')
    await within(range)
    const cell = unit.cell_id
    const rows = await tx.many<MergeRow>(
      `select ${mergeColumns} from membership.merge where cell_id = $1 and path >= $2 and path < $3 order by at desc, id limit 50`,
      [cell, range.pathLo, range.pathHi],
    )
    return { items: await mergeViews(tx, cell, rows, today) }
  },
})
