import type { ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { isGrassroots } from '../rules.ts'
import type { FoundingElection } from './contract.ts'
import { founding } from './machine.ts'
import { coversEnterprises, electedFaults } from './officers.ts'
import type { OpenFounding } from './open.ts'
import { employeesCounted, foundingPlace } from './place-rules.ts'
import { employersOf, writePeople } from './record.ts'
import { resultFaults } from './rules.ts'

/**
 * Records the counted result of the first election of a union that is being founded, all of it or nothing. An election that
 * is run as a matter of its own ends in this too, so that one arithmetic decides.
 *
 * Refuses `kernel.invalid_input` with every fault at once, `matter.step_not_open`.
 *
 * @see ELE-01, ELE-10, ELE-21 to ELE-23, ELE-50, ELE-56, ELE-58
 */
export async function recordFoundingResult<I, K extends ActorKind>(
  { tx, today, matters }: CommandContext<I, K>,
  { before, row, upper }: OpenFounding,
  result: FoundingElection,
): Promise<void> {
  // The law of the day of the meeting decides, not that of the day it is entered.
  const place = await foundingPlace(tx, upper.cell_id, result.electedOn < today ? result.electedOn : today)
  const employers = await employersOf(tx, row.cell, row.matter)
  const faults = [
    ...resultFaults(result, row.body, row.form, today, place, employeesCounted(row.form, employers)),
    ...electedFaults(result, { grassroots: isGrassroots(row), enterprise: coversEnterprises(employers) }),
  ].map((fault) => ({ ...fault, field: `/result${fault.field}` }))
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
  await matters.take(founding, before, 'record_election')
  await tx.run(
    `update organization.founding set elected_on = $3, meeting = $4, ballot = $5, members = $6, women_members = $7, expected = $8,
       present = $9, issued = $10, returned = $11, seats = $12, term_years = $13 where cell_id = $1 and matter_id = $2`,
    [
      row.cell,
      row.matter,
      result.electedOn,
      result.meeting,
      result.ballot,
      result.members,
      result.womenMembers,
      result.expected,
      result.present,
      result.issued,
      result.returned,
      result.seats,
      result.termYears,
    ],
  )
  await writePeople(tx, row, { committee: result.committee, review: result.review, women: result.women })
}
