import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { CatchAll } from '../contract.ts'
import { catchAllView } from '../find-catch-all.ts'

/**
 * Ends a union's standing decision 停止兜底接收: whoever applies from now on is decided on one by one. Members stay.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const closeCatchAll = command({
  act: 'membership.close_catch_all',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: CatchAll,
  async run({ tx, input, now, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const { cell_id: cell, path } = unit
    allow({ cell, path })
    await tx.run(
      'update membership.catch_all set ended_at = $3 where cell_id = $1 and unit_id = $2 and ended_at is null',
      [cell, unit.id, now],
    )
    return { cell, subject: unit.id, after: { catchAll: false }, answer: await catchAllView(tx, unit) }
  },
})
