import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Count, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/**
 * Retains 保留会籍 every active member of a union that closes with its employer, in one go (change code 3). Whoever is
 * retained, listed or provisional stays as they are; doing it twice does no harm.
 *
 * @see ORG-26, MEM-36
 */
export const retainUnit = command({
  act: 'membership.retain_unit',
  by: ['system'],
  input: Type.Object({ cell: Cell, unit: Id }, { additionalProperties: false }),
  output: Type.Object({ retained: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { unit: 'everybody of a union that closes with its employer' },
  async run({ tx, input, now, allow, reach }) {
    const { cell, unit } = input
    allow({ cell, path: '' })
    await reach('unit', { cell, path: '' })
    const { retained } = await tx.one<{ retained: number }>(
      `with stay as (
         update membership.membership set status = 'retained' where cell_id = $1 and unit_id = $2 and status = 'active'
         returning id, path
       ), closed as (
         update membership.membership_history h set valid_to = greatest(h.valid_from, $3::timestamptz) from stay
         where h.cell_id = $1 and h.membership_id = stay.id and h.valid_to is null and h.superseded_at is null
       ), told as (
         insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_code)
         select $1, stay.id, 1 + (select max(h.number) from membership.membership_history h
           where h.cell_id = $1 and h.membership_id = stay.id), $3, $3, stay.path, $2, 'retained', 3 from stay
       )
       select count(*) as retained from stay`,
      [cell, unit, now],
    )
    const facts =
      retained === 0
        ? []
        : [
            {
              cell,
              name: 'membership.status_changed',
              body: { unit, from: 'active', to: 'retained', people: retained },
            },
          ]
    return { cell, subject: unit, after: { retained }, facts, answer: { retained } }
  },
})
