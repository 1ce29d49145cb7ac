import { command } from '@gongqiao/kernel/command/command.ts'
import { Done, done } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { openClaim } from '../claiming/claimant.ts'
import { endListed } from '../claiming/ending.ts'
import { tellOfRow } from '../claiming/take.ts'
import { Denial } from '../contract.ts'
import { notMe } from '../machine.ts'

/**
 * Says that a roster names one wrongly 这不是我、我不在那里: the row ends at once, its union is told, and a report stays
 * open there until a person has looked at it.
 *
 * Refuses `kernel.absent`.
 *
 * @see design section 2.1
 */
export const denyRecord = command({
  act: 'membership.deny_record',
  by: ['person'],
  input: Denial,
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { own: 'the person’s own record, and rosters that name their number with the phone they proved' },
  async run(context) {
    const { tx, input, now, matters } = context
    const { known, listed, account } = await openClaim(context)
    const { cell, membership, path } = listed
    const unit = await findOpenUnit(tx, listed.unit)
    if (!unit) throw new Error('a roster is some union’s')
    const ended = await endListed(context, listed)
    await tx.run('insert into people.person_cell (person_id, cell_id) values ($1, $2) on conflict do nothing', [
      known.person,
      cell,
    ])
    const matter = newId(now.getTime())
    const clock = matters.beginning(notMe, cell)
    await tx.run(
      `with begun as (
         select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'report', 'person', $15, null, null)
       )
       insert into membership.roster_report (cell_id, matter_id, path, membership_id, reason) select $1, $2, $3, $16, $17 from begun`,
      [
        cell,
        matter,
        path,
        notMe.name,
        unit.id,
        known.person,
        known.name,
        clock.state,
        unit.desk_post_id,
        clock.clockRule,
        clock.clockFrom,
        clock.dueOn,
        clock.dueProvisional,
        now,
        account,
        membership,
        input.reason,
      ],
    )
    await tellOfRow(context, listed, 'membership.message.roster_denied')
    return {
      cell,
      subject: matter,
      before: { status: 'listed' },
      after: { status: 'ended', reason: input.reason, membership },
      facts: [
        ended,
        { cell, name: 'membership.not_me_reported', body: { matter, person: known.person, unit: unit.id } },
      ],
      answer: done,
    }
  },
})
