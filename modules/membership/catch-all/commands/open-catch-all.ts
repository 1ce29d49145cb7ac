import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { dayFaults, refuseFaults } from '../../life/days.ts'
import { CatchAll, CatchAllWish } from '../contract.ts'
import { catchAllView } from '../find-catch-all.ts'

/**
 * Writes down that a union of a place takes workers of some occupations in at once 兜底接收, by a standing decision of its
 * committee: whoever says that they do that work is a member in the same minute. One decision stands at a time; a new one
 * takes its place.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `membership.catch_all_of_place` for an employer's own union, a day to come.
 *
 * @see rulebook MEM-03, MEM-11
 */
export const openCatchAll = command({
  act: 'membership.open_catch_all',
  by: ['post'],
  input: CatchAllWish,
  output: CatchAll,
  async run({ tx, input, actor, now, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const { cell_id: cell, path } = unit
    allow({ cell, path })
    if (actor.kind !== 'post') throw new Error('a union is opened by a post')
    const ofPlace = unit.level === 'county' || unit.level === 'township' || unit.level === 'village'
    const { form } = await tx.one<{ form: string | null }>(
      'select org_form as form from organization.unit where id = $1',
      [unit.id],
    )
    const ofMany = form !== null && form !== 'single'
    if (!ofPlace && !ofMany) throw new Refusal('membership.catch_all_of_place')
    refuseFaults(dayFaults('/decidedOn', input.decidedOn, today, null))
    await tx.run(
      'update membership.catch_all set ended_at = $3 where cell_id = $1 and unit_id = $2 and ended_at is null',
      [cell, unit.id, now],
    )
    await tx.run(
      `insert into membership.catch_all (cell_id, id, path, unit_id, occupations, decided_on, document, by_words, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[cell, newId(now.getTime()), path, unit.id, input.occupations, input.decidedOn, input.document],
        ...[`${actor.post.unitName} ${actor.post.title}`, now],
      ],
    )
    return {
      cell,
      subject: unit.id,
      after: { catchAll: true, decidedOn: input.decidedOn },
      answer: await catchAllView(tx, unit),
    }
  },
})
