import { command } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { upperPlaceOf } from '../../officers/above.ts'
import type { OpenUnit } from '../../open-unit.ts'
import { beginChange } from '../approve.ts'
import { findChange } from '../content.ts'
import { UnitChange } from '../shapes.ts'
import { openChangeFaults } from '../still-possible.ts'
import { unitChange } from '../unit-change.ts'
import { demandActive, lockUnits } from '../unit-row.ts'
import { asChanges } from '../view.ts'

/**
 * Approves a change of a union 批准组织变动, by the union above; where it goes into or under another one, by whoever covers
 * that one's too. What needs nobody to move is done at once; otherwise people are on their way from then on.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `organization.unit_not_active`, and
 * `kernel.invalid_input` where the tree has changed so that it is no longer possible.
 *
 * @see ORG-25, ORG-26, ORG-28
 */
export const approveChange = command({
  act: 'organization.decide_change',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, document: Type.String({ minLength: 1, maxLength: 100, description: '批复文号' }) },
    { additionalProperties: false },
  ),
  output: UnitChange,
  cellOf: (input) => input.cell,
  beyond: { cell: 'a union that moves or ends takes along whatever of its cell stands at its place' },
  async run({ tx, input, actor, now, today, allow, reach, matters, services }) {
    const { cell, matter } = input
    const change = await findChange(tx, cell, matter)
    if (!change) throw absent()
    const ids = change.into === null ? [change.unit] : [change.unit, change.into]
    const [unit, into] = await lockUnits(tx, ids)
    if (!unit) throw absent()
    allow(await upperPlaceOf(tx, unit))
    if (into)
      allow(change.kind === 'move' ? { cell: into.cell_id, path: into.path } : await placeOfWord(tx, unit, into))
    await reach('cell', { cell, path: '' })
    const before = await matters.open(unitChange, cell, matter)
    demandActive(unit, ...(into ? [into] : []))
    await openChangeFaults(tx, change, unit, into)
    const { done, made, facts } = await beginChange({ tx, now, today }, { change, unit, into })
    const after = await matters.take(unitChange, before, done ? 'approve_at_once' : 'approve')
    await tx.run(
      `update organization.unit_change set document = $3, decided_at = $4, made_id = $5, done_at = $6
       where cell_id = $1 and matter_id = $2`,
      [cell, matter, input.document, now, made, done ? now : null],
    )
    const row = await findChange(tx, cell, matter)
    const spine = { cell, state: after.state, dueOn: after.dueOn, rule: after.clockRule, from: after.clockFrom }
    const [answer] = row ? await asChanges({ tx, actor, services }, [{ ...row, ...spine }]) : []
    if (!answer) throw new Error('the change has just been written')
    return {
      cell,
      subject: unit.id,
      before: { state: before.state },
      after: { state: after.state, kind: change.kind, into: change.into, made },
      facts,
      answer,
    }
  },
})

/** Members who go to the union above are taken by its own word; into any other union, by the word of the one above it. */
async function placeOfWord(tx: Tx, unit: { readonly parent_id: string | null }, into: OpenUnit) {
  return unit.parent_id === into.id ? { cell: into.cell_id, path: into.path } : upperPlaceOf(tx, into)
}
