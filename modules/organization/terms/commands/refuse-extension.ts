import { addDays } from '@gongqiao/calendar'
import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { upperPlaceOf } from '../../officers/above.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { reminderDays } from '../term.ts'
import { termEnd } from '../term-end.ts'
import { countFrom, deskAbove, openTermMatter } from '../term-matters.ts'

/**
 * Says no to a request for more time 不予延期, with a reason the union reads. What was due is due as before.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, and `matter.step_not_open` unless something was asked.
 *
 * @see ELE-03
 */
export const refuseExtension = command({
  act: 'organization.refuse_extension',
  by: ['post'],
  input: Type.Object(
    { unit: Id, reason: Type.String({ minLength: 2, maxLength: 500 }) },
    { additionalProperties: false },
  ),
  output: Done,
  async run({ tx, input, now, today, allow, matters, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow(await upperPlaceOf(tx, unit))
    const context = { tx, now, today, matters, services }
    const before = await openTermMatter(context, unit)
    const ends = await tx.maybe<{ on: string }>(
      'select ends_on as "on" from organization.term_end where cell_id = $1 and matter_id = $2',
      [unit.cell_id, before?.id ?? null],
    )
    if (!before || !ends) throw absent()
    const late = today > ends.on
    const owner = late ? await deskAbove(tx, unit) : unit.desk_post_id
    const after = await matters.take(termEnd, before, late ? 'refuse_late' : 'refuse', {
      reason: 'extension_refused',
      note: input.reason,
      owner,
    })
    await countFrom(context, after, late ? ends.on : addDays(ends.on, -reminderDays[0]))
    await tx.run('update organization.term_end set answer = $3 where cell_id = $1 and matter_id = $2', [
      unit.cell_id,
      before.id,
      input.reason,
    ])
    return {
      cell: unit.cell_id,
      subject: unit.id,
      before: { state: before.state },
      after: { state: after.state },
      answer: done,
    }
  },
})
