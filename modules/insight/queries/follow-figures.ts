import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { FigureTick } from '../contract.ts'
import { countsOf } from '../counts.ts'
import { countedChildren } from '../national-scans.ts'

const recentMs = 5_000
const childrenAtMost = 500

/** One tick of a union's live figures: its counts, and which unions below have just changed. */
export const followFigures = query({
  act: 'insight.view_figures',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: FigureTick,
  async run({ tx, input, now, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { onRoll, provisional, claimed, affirmed } = await countsOf(tx, unit.cell_id, unit.id)
    const children = await countedChildren(tx, unit.id, { cell: -1, path: '' }, childrenAtMost)
    const recent = now.getTime() - recentMs
    return {
      onRoll,
      provisional,
      claimed,
      affirmed,
      asOf: now.toISOString(),
      changed: children
        .filter((child) => child.changed_at !== null && child.changed_at.getTime() > recent)
        .map((child) => child.id),
    }
  },
})
