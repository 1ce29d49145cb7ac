import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { claimIdentities, giveContactBack } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { statusChanged } from '../../joining/begin.ts'
import { keepNames } from '../../names.ts'
import { stoodFacts } from '../../standing.ts'
import { MergeView } from '../contract.ts'
import { type MergeRow, mergeColumns, mergeView } from '../merge-view.ts'
import { openStood } from '../stood.ts'

/**
 * Undoes a merge 撤销合并 within its 30 days: the dropped record stands as it stood, with its number and, where nobody else
 * has proved it since, its phone.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.merge_undone`, `membership.merge_too_late`,
 * `membership.number_of_another` where somebody else has become a member with its number meanwhile.
 *
 * @see rulebook MEM-13
 */
export const undoMerge = command({
  act: 'membership.undo_merge',
  by: ['post'],
  input: Type.Object({ cell: Cell, merge: Id }, { additionalProperties: false }),
  output: MergeView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, now, today, allow, services } = context
    const { cell, merge } = input
    const row = await tx.maybe<MergeRow & { before: Buffer }>(
      `select ${mergeColumns}, before from membership.merge where cell_id = $1 and id = $2 for update`,
      [cell, merge],
    )
    if (!row) throw absent()
    allow({ cell, path: row.path })
    if (row.undone !== null) throw new Refusal('membership.merge_undone')
    if (row.undoUntil < today) throw new Refusal('membership.merge_too_late', { variables: { until: row.undoUntil } })
    const stood = await openStood(services, cell, merge, row.before)
    const { person, identity } = await tx.one<{ person: string; identity: Buffer }>(
      `select p.id as person, p.identity_digest as identity from membership.membership m
       join people.open_person p on p.cell_id = m.cell_id and p.id = m.person_id where m.cell_id = $1 and m.id = $2`,
      [cell, row.dropped],
    )
    if (stood.status !== 'listed') {
      const held = await claimIdentities(tx, cell, [{ person, identity }])
      if (!held.has(person)) throw new Refusal('membership.number_of_another')
    }
    await giveContactBack(tx, { cell, person }, stood.contact)
    await tx.run(
      `with back as (
         update membership.membership set status = $3, ended_on = null, affirmed = $5 where cell_id = $1 and id = $2 returning path, unit_id, person_id
       ), told as (
         insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_reason)
         select $1, $2, (select max(h.number) + 1 from membership.membership_history h where h.cell_id = $1 and h.membership_id = $2),
           $4, $4, path, unit_id, $3, 'not_duplicate' from back
       ), listed as (
         insert into membership.listed_directory (digest, cell_id, membership_id, phone_digest)
         select p.identity_digest, $1, $2, p.phone_digest from back join people.open_person p on p.cell_id = $1 and p.id = back.person_id
         where $3 = 'listed' on conflict do nothing
       ), since as (
         update membership.membership set since = coalesce($6::date, since) where cell_id = $1 and id = $7
       )
       update membership.merge set undone_at = $4 where cell_id = $1 and id = $8`,
      [cell, row.dropped, stood.status, now, stood.affirmed, stood.since, row.kept, merge],
    )
    keepNames(tx, cell, [row.dropped])
    return {
      cell,
      subject: merge,
      before: { dropped: 'ended' },
      after: { dropped: stood.status },
      facts: [statusChanged(cell, row.dropped, stood.unit, null, stood.status), ...stoodFacts(cell, [stood], 1)],
      answer: await mergeView(tx, cell, merge, today),
    }
  },
})
