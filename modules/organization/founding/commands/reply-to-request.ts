import { command } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { tellAskers } from '../asks.ts'
import { FoundingView } from '../contract.ts'
import { founding } from '../machine.ts'
import { openToDecide } from '../open.ts'
import { placeFounding } from '../place-founding.ts'
import { mayMeetAtOnce, pastDayFaults } from '../rules.ts'
import { changeUnit } from '../unit.ts'
import { foundingView } from '../view.ts'

/**
 * Replies to a request 批复 that a union be founded. The union stands in the tree from now on as one that is being founded,
 * and people may join it. Fewer than 25 may leave the preparatory group out; an agency 派出机关 is nobody's election and is
 * there at once.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`,
 * `organization.founding.group_needed`, `organization.unit_not_active`.
 *
 * @see ORG-05, ORG-21, ORG-22; 工会法 §12
 */
export const replyToRequest = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      number: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '批复文号' })),
      on: Day,
      /** Without a preparatory group 筹备组: fewer than 25 members only. */
      atOnce: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  check: (given, today) => pastDayFaults(typeof given['on'] === 'string' ? given['on'] : undefined, '/on', today),
  async run(context) {
    const { tx, input, actor, now, today, matters, services } = context
    const { before, row, upper } = await openToDecide(context)
    if (upper.state !== 'active') throw new Refusal('organization.unit_not_active')
    const atOnce = input.atOnce ?? false
    if (atOnce && !mayMeetAtOnce(row.form, row.membersExpected)) throw new Refusal('organization.founding.group_needed')
    const agency = row.body === 'agency'
    const step = agency ? 'reply_agency' : atOnce ? 'reply_small' : 'reply'
    await matters.take(founding, before, step)
    await tx.run(
      'update organization.founding set reply_number = $3, replied_on = $4::date, approved_on = case when $5::boolean then $4::date end where cell_id = $1 and matter_id = $2',
      [input.cell, input.matter, input.number ?? null, input.on, agency],
    )
    const unit = await placeFounding(tx, row, upper, 'founding', { today: input.on, now })
    if (agency) await changeUnit(tx, unit.id, { state: 'active', foundedOn: input.on }, { day: input.on, now })
    await tellAskers(tx, services, input, agency ? 'approved' : 'replied', { unit: row.name, upper: upper.name }, now)
    const answer = await foundingView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, unit: unit.id },
      facts: agency
        ? [{ cell: input.cell, name: 'organization.founded', body: { unit: unit.id, parent: upper.id } }]
        : [{ cell: input.cell, name: 'organization.founding_begun', body: { unit: unit.id, parent: upper.id } }],
      answer,
    }
  },
})
