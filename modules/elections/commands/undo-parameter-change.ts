import { addDays } from '@gongqiao/calendar'
import { homeCell } from '@gongqiao/kernel/command/actor.ts'
import { command } from '@gongqiao/kernel/command/command.ts'
import { Done, done } from '@gongqiao/kernel/shapes.ts'
import { ParameterChangeId } from '../contract.ts'
import { undoableParameterChange } from '../parameter-changes.ts'
import { allowParametersOf } from '../parameter-reach.ts'

/**
 * Undoes a change of a parameter: a version that does not hold yet is taken away, and one that does ends yesterday, so that
 * meetings held under it stay under it.
 *
 * Refuses `kernel.absent`, `elections.parameter_not_yours`, `elections.parameter_undone`.
 */
export const undoParameterChange = command({
  act: 'elections.undo_parameter_change',
  by: ['post'],
  input: ParameterChangeId,
  output: Done,
  async run({ tx, input, actor, now, today, allow, matters }) {
    allow.anywhere()
    const { id, key, region, from } = await undoableParameterChange(tx, input.change, true)
    allowParametersOf(allow, actor, region)
    const version = [key, region, from]
    const where = 'key = $1 and region = $2 and valid_from = $3 and shipped is null'
    if (from >= today) await tx.run(`delete from elections.parameter where ${where}`, version)
    else await tx.run(`update elections.parameter set valid_to = $4 where ${where}`, [...version, addDays(today, -1)])
    await tx.run('update elections.parameter_change set undone_at = $2, undone_by = $3 where id = $1', [
      ...[id, now, matters.byWords],
    ])
    return { cell: homeCell(actor), subject: id, before: { key, region, from }, answer: done }
  },
})
