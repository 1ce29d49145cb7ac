import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { electorateOf } from '@gongqiao/modules/membership/index.ts'
import { beginUnitMatter, coversEnterprise, findOpenUnit, termOf } from '@gongqiao/modules/organization/index.ts'
import { ElectionView, NewPlan } from '../contract.ts'
import { definitionOf } from '../definitions.ts'
import { planFaults, writeContests } from '../plan.ts'
import { beginnerOf, changed } from '../taking.ts'

/**
 * Plans an election 换届方案: what is elected, with how many seats, by whom, when and where. Who may vote is counted on the
 * roll, and the end of the present term is known; neither is asked for.
 *
 * Refuses every wrong field at once, `kernel.absent`, `kernel.forbidden`, `elections.unit_not_active`,
 * `elections.under_way`.
 *
 * @see ELE-01, ELE-10, ELE-34, ELE-42
 */
export const planElection = command({
  act: 'elections.plan',
  by: ['post'],
  input: NewPlan,
  output: ElectionView,
  check: planFaults,
  async run(context) {
    const { tx, input, actor, today, allow } = context
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const place = { cell: unit.cell_id, path: unit.path }
    allow(place)
    if (unit.state !== 'active') throw new Refusal('elections.unit_not_active')
    const definition = definitionOf[input.kind]
    const open = await tx.run(
      `select from kernel.matter where cell_id = $1 and subject_id = $2 and kind = $3 and ended_at is null limit 1`,
      [unit.cell_id, unit.id, definition.name],
    )
    if (open > 0) throw new Refusal('elections.under_way')
    const { members, women } = await electorateOf(tx, place)
    const term = await termOf(tx, unit.id)
    const matter = await beginUnitMatter(context, definition, unit, {
      ...{ from: today, owner: unit.desk_post_id, step: 'plan' },
      by: beginnerOf(actor),
    })
    await tx.run(
      `insert into elections.election (cell_id, matter_id, path, unit_id, kind, form, term_years, chair_by, in_enterprise,
         keeps_accounts, members, women, women_employees, term_ends_on, extended_to, meeting_on, meeting_place)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[unit.cell_id, matter, unit.path, unit.id, input.kind, input.form, input.termYears, input.chairBy],
        ...[await coversEnterprise(tx, unit), input.keepsAccounts, members, women, input.womenEmployees ?? null],
        ...[term?.ends_on ?? null, term?.extended_until ?? null, input.meetingOn, input.meetingPlace],
      ],
    )
    await writeContests(tx, { cell: unit.cell_id, matter, path: unit.path }, input.contests)
    return {
      ...(await changed(context, { cell: unit.cell_id, matter })),
      after: { unit: unit.id, kind: input.kind, state: definition.initial },
      facts: [{ cell: unit.cell_id, name: 'elections.planned', body: { matter, unit: unit.id, kind: input.kind } }],
    }
  },
})
