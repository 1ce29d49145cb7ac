import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { placePerson } from '@gongqiao/modules/people/index.ts'
import { Type } from 'typebox'
import { applicationView } from '../../application-view.ts'
import { ApplicationView } from '../../contract.ts'
import { openApplications } from '../../deciding.ts'
import { statusChanged } from '../../joining/begin.ts'
import { application } from '../../machine.ts'
import { forgetNames, keepNames } from '../../names.ts'

/**
 * Routes an application to another union of the county 转办：a union above that finds nobody confirming confirms itself, or
 * gives it to the union it belongs to, a catch-all among them. The person stays provisional and is told; the receiving
 * union's clock starts anew. Nothing ends by being left alone.
 *
 * Refuses `kernel.absent` where either union is not the officer's, `kernel.forbidden`, `matter.step_not_open`,
 * `membership.unit_closing`, `membership.route_within_county`, `membership.route_same_unit`.
 *
 * @see rulebook MEM-03; design section 2.1
 */
export const routeApplication = command({
  act: 'membership.route_application',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, to: Id, note: Type.Optional(Type.String({ maxLength: 300 })) },
    { additionalProperties: false },
  ),
  output: ApplicationView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, now, today, allow, matters, services, actor } = context
    const { cell, note } = input
    const [item] = await openApplications(context, cell, [input.matter])
    if (!item) throw absent()
    allow(item.matter.host)
    const unit = await findOpenUnit(tx, input.to)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (unit.id === item.unit) throw new Refusal('membership.route_same_unit')
    if (unit.cell_id !== cell) throw new Refusal('membership.route_within_county')
    if (unit.state !== 'active') throw new Refusal('membership.unit_closing')
    const { matter } = item
    await matters.take(application, matter, 'route', {
      owner: unit.desk_post_id,
      ...(note !== undefined && { note }),
    })
    forgetNames(tx, cell, [item.membership])
    await tx.run(
      `with hosted as (
         update kernel.matter set path = $4, host_unit_id = $5, escalations = 0 where cell_id = $1 and id = $2
       ), asked as (
         update membership.application set path = $4, unit_id = $5 where cell_id = $1 and matter_id = $2
       ), closed as (
         update membership.membership_history set valid_to = greatest(valid_from, $6)
         where cell_id = $1 and membership_id = $3 and valid_to is null and superseded_at is null returning number
       ), told as (
         insert into membership.membership_history (cell_id, membership_id, number, valid_from, recorded_at, path, unit_id, status, change_reason)
         select $1, $3, number + 1, $6, $6, $4, $5, 'provisional', 'routed' from closed
       ), reached as (
         insert into kernel.post_cell (post_id, cell_id) select p.id, $1 from kernel.post p where p.id = $7 and p.cell_id <> $1
         on conflict do nothing
       )
       update membership.membership set path = $4, unit_id = $5 where cell_id = $1 and id = $3`,
      [cell, matter.id, item.membership, unit.path, unit.id, now, unit.desk_post_id],
    )
    await placePerson(tx, { cell, person: item.person }, unit.path)
    keepNames(tx, cell, [item.membership])
    const kind = 'membership.message.routed'
    const variables = { from: item.unitName, unit: unit.name }
    const link = `/matters/${cell}/${matter.id}`
    await leaveMessages(tx, cell, item.account ? [{ account: item.account, kind, variables, link }] : [], now)
    return {
      cell,
      subject: matter.id,
      before: { unit: item.unit, state: matter.state },
      after: { unit: unit.id },
      facts: [
        statusChanged(cell, item.membership, item.unit, 'provisional', null),
        statusChanged(cell, item.membership, unit.id, null, 'provisional'),
      ],
      answer: await applicationView(tx, services, cell, matter.id, today, actor.language),
    }
  },
})
