import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { closeInto } from '../../life/closing.ts'
import { lockUnits } from '../../life/unit-row.ts'

/**
 * Closes a union whose founding was stopped, once nobody belongs to it any more: the union above goes on from it. Called by
 * whoever moved the people; doing it twice does no harm.
 *
 * @see ORG-26
 */
export const closeStopped = command({
  act: 'organization.close_stopped',
  by: ['system'],
  input: Type.Object({ cell: Cell, unit: Id, into: Id }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { cell: 'a union that ends takes along whatever of its cell stands at its place' },
  async run({ tx, input, now, today, allow, reach }) {
    const { cell } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const [unit, into] = await lockUnits(tx, [input.unit, input.into])
    if (!unit || !into) throw absent()
    if (unit.state !== 'closing') return { cell, subject: unit.id, answer: done }
    const facts = await closeInto({ tx, now, today }, unit, into, into)
    return { cell, subject: unit.id, before: { state: unit.state }, after: { state: 'closed' }, facts, answer: done }
  },
})
