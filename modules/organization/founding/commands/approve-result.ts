import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { recordCommittee } from '../../terms/record-committee.ts'
import { tellAskers } from '../asks.ts'
import { FoundingView } from '../contract.ts'
import { founding } from '../machine.ts'
import { officersElected } from '../officers.ts'
import { letGoOfEmployers, refuseSecondUnion } from '../one-union.ts'
import { openToDecide } from '../open.ts'
import { pastDayFaults } from '../rules.ts'
import { changeUnit, coverEmployer } from '../unit.ts'
import { foundingView } from '../view.ts'

/**
 * Approves the reported result 批复选举结果: the union is founded with the day of its election, and covers its employers.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`,
 * `organization.founding.second_union`.
 *
 * @see ORG-07, ORG-22, ELE-40; 工会法 §12
 */
export const approveResult = command({
  act: 'organization.decide_founding',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      number: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '批复文号' })),
      on: Day,
    },
    { additionalProperties: false },
  ),
  output: FoundingView,
  cellOf: (input) => input.cell,
  check: (given, today) => pastDayFaults(typeof given['on'] === 'string' ? given['on'] : undefined, '/on', today),
  async run(context) {
    const { tx, input, actor, now, today, matters, services } = context
    const { before, row, upper, unit } = await openToDecide(context)
    await matters.take(founding, before, 'approve')
    if (!unit || row.electedOn === null) throw new Error('a result that was reported belongs to a union')
    await tx.run(
      'update organization.founding set approval_number = $3, approved_on = $4 where cell_id = $1 and matter_id = $2',
      [input.cell, input.matter, input.number ?? null, input.on],
    )
    await changeUnit(tx, unit.id, { state: 'active', foundedOn: row.electedOn }, { day: input.on, now })
    const answer = await foundingView(tx, services, actor, input, today)
    await refuseSecondUnion(tx, { id: unit.id, level: row.level, form: row.form }, answer.employers)
    await coverEmployer(
      tx,
      { id: unit.id, cell: unit.cell_id, path: unit.path },
      answer.employers.map((employer) => ({
        name: employer.name,
        creditCode: employer.creditCode ?? null,
        industry: employer.industry ?? null,
        divisionCode: employer.divisionCode ?? null,
      })),
      { today: input.on, now },
    )
    await letGoOfEmployers(tx, input)
    if (answer.election)
      await recordCommittee(context, {
        unit,
        electedOn: row.electedOn,
        years: answer.election.termYears,
        origin: 'founding',
        document: input.number,
        officers: officersElected(answer.election),
        members: answer.election.members,
        womenMembers: answer.election.womenMembers,
      })
    await tellAskers(tx, services, input, 'approved', { unit: row.name, upper: upper.name }, now)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, unit: unit.id },
      facts: [{ cell: input.cell, name: 'organization.founded', body: { unit: unit.id, parent: upper.id } }],
      answer,
    }
  },
})
