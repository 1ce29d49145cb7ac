import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Day, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { beginVacancy } from '../../terms/term-matters.ts'
import { placeAbove } from '../above.ts'
import type { Seat } from '../seats.ts'
import { SeatEndName } from '../shapes.ts'
import { termOf } from '../terms-of.ts'

const protectedSeats: ReadonlySet<Seat> = new Set(['chair', 'vice_chair'])

/**
 * Ends a seat 离任. A chair or vice-chair who is moved before the term ends leaves with the consent of their committee and
 * of the union above, which therefore says it (ORG-40); a vacant chair starts its clock of three months (ORG-43).
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `organization.seat_protected`, `organization.seat_before_its_time`.
 *
 * @see ORG-40, ORG-43
 */
export const endSeat = command({
  act: 'organization.end_seat',
  by: ['post'],
  input: Type.Object({ cell: Cell, seat: Id, on: Day, because: SeatEndName }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const row = await tx.maybe<{ unit: string; seat: Seat; from: string }>(
      `select unit_id as unit, seat, valid_from as "from" from organization.officer
       where cell_id = $1 and id = $2 and valid_to is null and superseded_at is null for update`,
      [input.cell, input.seat],
    )
    const unit = row && (await findOpenUnit(tx, row.unit))
    if (!row || !unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (input.on < row.from) throw new Refusal('organization.seat_before_its_time', { variables: { day: row.from } })
    const term = await termOf(tx, unit.id)
    const early =
      input.because === 'moved' && protectedSeats.has(row.seat) && term !== undefined && input.on <= term.ends_on
    if (early && actor.kind === 'post' && !(await placeAbove(tx, unit, actor.post)))
      throw new Refusal('organization.seat_protected')
    await tx.run(
      `update organization.officer set valid_to = $3, ended_because = $4, end_recorded_at = $5 where cell_id = $1 and id = $2`,
      [input.cell, input.seat, input.on, input.because, now],
    )
    if (row.seat === 'chair') await beginVacancy({ tx, now, today, matters, services }, unit, 'chair', input.on)
    return {
      cell: unit.cell_id,
      subject: unit.id,
      before: { seat: row.seat },
      after: { because: input.because },
      facts: [{ cell: unit.cell_id, name: 'organization.seat_ended', body: { unit: unit.id, seat: row.seat } }],
      answer: done,
    }
  },
})
