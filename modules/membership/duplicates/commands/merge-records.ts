import { command } from '@gongqiao/kernel/command/command.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { closeRecord, contactAsItStands } from '@gongqiao/modules/people/index.ts'
import { dropFromDirectory } from '../../claiming/ending.ts'
import { statusChanged } from '../../joining/begin.ts'
import { keepNames } from '../../names.ts'
import { stoodFacts } from '../../standing.ts'
import { endReach, endTransferOf } from '../../transfer/ending.ts'
import { sidesOf } from '../../transfer/pair.ts'
import { MergeView, Merging } from '../contract.ts'
import { mergeView } from '../merge-view.ts'
import { openPair } from '../pair.ts'
import { commonPath, earlierDay } from '../rules.ts'
import { sealStood } from '../stood.ts'

/**
 * Makes two records of one person one 合并重复记录: the kept one stays as it is, with the earlier day where wished; the
 * other ends, lets its number and phone go, and a transfer it was on ends. For 30 days it can be undone.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.merge_not_two`, `membership.merge_decide_first`,
 * `membership.merge_keep_greater`.
 *
 * @see rulebook MEM-13
 */
export const mergeRecords = command({
  act: 'membership.merge_records',
  by: ['post'],
  input: Merging,
  output: MergeView,
  cellOf: (input) => input.cell,
  beyond: endReach,
  async run(context) {
    const { tx, input, actor, now, today, allow, services } = context
    const { cell } = input
    if (actor.kind !== 'post') throw new Error('records are made one by a post')
    await tx.run(
      'select from membership.membership where cell_id = $1 and id = any($2::uuid[]) order by id for update',
      [cell, [input.keep, input.drop]],
    )
    const { keep, drop, keepPath, dropPath } = await openPair(tx, input, allow, today)
    const { status } = drop
    if (status !== 'listed' && status !== 'active' && status !== 'retained') throw new Error('the pair was looked at')
    const earlier = input.earlierSince ? earlierDay(keep, drop) : null
    const merge = newId(now.getTime())
    const { affirmed } = await tx.one<{ affirmed: boolean }>(
      'select affirmed from membership.membership where cell_id = $1 and id = $2',
      [cell, drop.membership],
    )
    const contact = await contactAsItStands(tx, { cell, person: drop.person })
    const stood = {
      status,
      claimed: drop.claimed,
      affirmed,
      unit: drop.unit.id,
      contact,
      since: earlier === null ? null : keep.since,
    }
    await tx.run(
      `insert into membership.merge (cell_id, id, path, kept_id, dropped_id, before, by_words, at, undo_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[cell, merge, commonPath(keepPath, dropPath), keep.membership, drop.membership],
        ...[await sealStood(services, cell, merge, stood), `${actor.post.unitName} ${actor.post.title}`, now],
        services.deadlines.due('MEM-MERGE-UNDO', today, { cell }).on,
      ],
    )
    await endTransferOf(sidesOf(context, 'transfer'), cell, drop.membership, 'duplicate')
    if (status === 'listed') await dropFromDirectory(tx, cell, drop.membership)
    await closeRecord(tx, { cell, person: drop.person }, now)
    await tx.run(
      `with closed as (
         update membership.membership_history h set valid_to = greatest(h.valid_from, $3)
         where h.cell_id = $1 and h.membership_id = $2 and h.valid_to is null and h.superseded_at is null
       ), told as (
         insert into membership.membership_history (cell_id, membership_id, number, valid_from, valid_to, recorded_at, path, unit_id, status, change_reason)
         select $1, $2, (select max(h.number) + 1 from membership.membership_history h where h.cell_id = $1 and h.membership_id = $2),
           $3, $3, $3, m.path, m.unit_id, 'ended', 'duplicate'
         from membership.membership m where m.cell_id = $1 and m.id = $2
       ), kept as (
         update membership.membership set since = coalesce($5::date, since) where cell_id = $1 and id = $6
       )
       update membership.membership set status = 'ended', ended_on = $4, affirmed = false where cell_id = $1 and id = $2`,
      [cell, drop.membership, now, today, earlier, keep.membership],
    )
    keepNames(tx, cell, [drop.membership])
    const standing = { unit: drop.unit.id, claimed: drop.claimed, affirmed }
    return {
      cell,
      subject: merge,
      before: { kept: keep.membership, dropped: drop.membership, status },
      after: { dropped: 'ended', since: earlier },
      facts: [statusChanged(cell, drop.membership, drop.unit.id, status, null), ...stoodFacts(cell, [standing], -1)],
      answer: await mergeView(tx, cell, merge, today),
    }
  },
})
