import { Type } from 'typebox'
import { homeCell } from '../../command/actor.ts'
import { command } from '../../command/command.ts'
import { wordsOf } from '../../matter/matters.ts'
import { Done, done, Id } from '../../shapes.ts'
import { writeYear } from '../calendar-rows.ts'
import { undoable } from '../changes.ts'
import { allowRegion } from '../region.ts'

/**
 * Undoes a change: the version is taken away, or the year is put back as it stood. The due days follow again.
 *
 * Refuses `kernel.absent`, `clock.not_yours`, `clock.undone_already`, and `clock.changed_since` while a later change of the
 * same thing holds.
 */
export const undoClockChange = command({
  act: 'kernel.undo_clock_change',
  by: ['post'],
  input: Type.Object({ change: Id }, { additionalProperties: false }),
  output: Done,
  async run({ tx, input, actor, now, allow }) {
    allow.anywhere()
    const change = await undoable(tx, input.change, true)
    const { kind, region, rule_id, from_day, year, before } = change
    allowRegion(allow, actor, region)
    if (kind === 'year' && year !== null) await writeYear(tx, year, region, before)
    else
      await tx.run(
        'delete from kernel.deadline_rule where id = $1 and region = $2 and effective_from = $3 and shipped is null',
        [rule_id, region, from_day],
      )
    await tx.run(
      `update kernel.clock_change set undone_at = $2, undone_by = $3, followed_cell = -1, followed_at = null, moved = 0 where id = $1`,
      [change.id, now, wordsOf(actor)],
    )
    return { cell: homeCell(actor), subject: change.id, after: { undone: true, kind, region }, answer: done }
  },
})
