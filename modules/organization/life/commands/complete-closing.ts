import { command, type Fact } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { carryOfficers } from '../carry-officers.ts'
import { closeInto } from '../closing.ts'
import { findChange } from '../content.ts'
import { unitChange } from '../unit-change.ts'
import { lockUnits } from '../unit-row.ts'

/**
 * Completes a change of a union whose people have moved: a closing one is closed, a split is done. Called by whoever moved
 * them; doing it twice does no harm.
 *
 * Refuses `kernel.absent`.
 *
 * @see ORG-26, ORG-28
 */
export const completeClosing = command({
  act: 'organization.complete_closing',
  by: ['system'],
  input: Type.Object({ cell: Cell, matter: Id }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { cell: 'a union that ends takes along whatever of its cell stands at its place' },
  async run({ tx, input, now, today, allow, reach, matters }) {
    const { cell, matter } = input
    const everything = { cell, path: '' }
    allow(everything)
    await reach('cell', everything)
    const change = await findChange(tx, cell, matter)
    if (!change) throw absent()
    const before = await matters.open(unitChange, cell, matter)
    if (before.state !== 'moving') return { cell, subject: change.unit, answer: done }
    const goesOn = change.made ?? change.into
    const facts: Fact[] = []
    const after = await matters.take(unitChange, before, 'complete')
    await tx.run('update organization.unit_change set done_at = $3 where cell_id = $1 and matter_id = $2', [
      cell,
      matter,
      now,
    ])
    if (change.kind !== 'split') {
      if (goesOn === null) throw new Error('a union that ends goes on as another one')
      const [unit, into] = await lockUnits(tx, [change.unit, goesOn])
      if (!unit || !into) throw absent()
      const same = into.cell_id === cell
      const [here] = same || unit.parent_id === null ? [into] : await lockUnits(tx, [unit.parent_id])
      if (!here) throw absent()
      if (change.kind === 'move') await carryOfficers({ tx, now, today, reach }, unit, into)
      await reach('cell', everything)
      facts.push(...(await closeInto({ tx, now, today }, unit, into, here)))
    }
    return {
      cell,
      subject: change.unit,
      before: { state: before.state },
      after: { state: after.state },
      facts,
      answer: done,
    }
  },
})
