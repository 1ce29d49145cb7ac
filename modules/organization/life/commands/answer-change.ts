import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { upperPlaceOf } from '../../officers/above.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { findChange } from '../content.ts'
import { unitChange } from '../unit-change.ts'

const WithWords = Type.Object(
  { cell: Cell, matter: Id, reason: Type.String({ minLength: 2, maxLength: 500 }) },
  { additionalProperties: false },
)
const Named = Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false })

/**
 * Returns a change that was asked for 退回补充, by the union above, with a reason the union reads.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const returnChange = command({
  act: 'organization.return_change',
  by: ['post'],
  input: WithWords,
  output: Done,
  cellOf: (input) => input.cell,
  async run({ tx, input, allow, matters }) {
    const { cell, matter, reason } = input
    const change = await findChange(tx, cell, matter)
    const unit = change && (await findOpenUnit(tx, change.unit))
    if (!unit) throw absent()
    allow(await upperPlaceOf(tx, unit))
    const before = await matters.open(unitChange, cell, matter)
    const after = await matters.take(unitChange, before, 'return', {
      reason: 'returned',
      note: reason,
      owner: unit.desk_post_id,
    })
    await tx.run('update organization.unit_change set answer = $3 where cell_id = $1 and matter_id = $2', [
      cell,
      matter,
      reason,
    ])
    return { cell, subject: unit.id, before: { state: before.state }, after: { state: after.state }, answer: done }
  },
})

/** Takes back 撤回 a change before the union above has decided. Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`. */
export const withdrawChange = command({
  act: 'organization.withdraw_change',
  by: ['post'],
  input: Named,
  output: Done,
  cellOf: (input) => input.cell,
  async run({ tx, input, allow, matters }) {
    const { cell, matter } = input
    const change = await findChange(tx, cell, matter)
    const unit = change && (await findOpenUnit(tx, change.unit))
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const before = await matters.open(unitChange, cell, matter)
    const after = await matters.take(unitChange, before, 'withdraw', { owner: before.owner })
    return { cell, subject: unit.id, before: { state: before.state }, after: { state: after.state }, answer: done }
  },
})
