import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { CatchAll } from '../contract.ts'
import { catchAllView } from '../find-catch-all.ts'

/** Whether a union takes workers without a fixed employer in at once, and how many it has. Refuses `kernel.absent`. */
export const findCatchAll = query({
  act: 'membership.view_catch_all',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: CatchAll,
  async run({ tx, input, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    return catchAllView(tx, unit)
  },
})
