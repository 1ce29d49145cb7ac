import { addDays } from '@gongqiao/calendar'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Place } from '@gongqiao/kernel/shared/place.ts'
import { memberOf } from '@gongqiao/modules/membership/index.ts'
import { findOpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import type { MyElection } from './contract.ts'
import { definitionOf } from './definitions.ts'
import { countContests } from './dossier.ts'
import { newTermOf } from './election-view.ts'
import { parametersOf } from './parameter-table.ts'
import { type ElectionRow, electionColumns, loadElection } from './stored.ts'

/** Days for which an approved result is still shown to the members. */
const shownForDays = 365
/** From when on the members see who stands. */
const published: ReadonlySet<string> = new Set(['published', 'counting', 'counted', 'reported', 'approved'])

/**
 * The elections of the union somebody belongs to, the latest first: five at most, and none that was cancelled. Candidates
 * are shown from their publication on, and whoever was elected once the result is approved.
 */
export async function myElections(
  tx: Tx,
  services: Services,
  person: string,
  cell: number,
  today: string,
  open: (place: Place) => Promise<void>,
): Promise<MyElection[]> {
  const member = await memberOf(tx, cell, person)
  const unit = member && (await findOpenUnit(tx, member.unit))
  if (!member || !unit) return []
  await open({ cell: unit.cell_id, path: unit.path })
  const rows = await tx.many<ElectionRow & { readonly state: string }>(
    `select ${electionColumns}, m.state from elections.election e
     join kernel.matter m on m.cell_id = e.cell_id and m.id = e.matter_id
     where e.cell_id = $1 and e.unit_id = $2 and m.state <> 'cancelled' and (e.decided_on is null or e.decided_on > $3::date)
     order by m.opened_at desc, m.id limit 5`,
    [unit.cell_id, unit.id, addDays(today, -shownForDays)],
  )
  const elections: MyElection[] = []
  for (const { state, ...election } of rows) {
    const stored = await loadElection(tx, election)
    const rules = await parametersOf(tx, services, election.cell, election.heldOn ?? election.meetingOn)
    const approved = state === 'approved'
    const nameOf = new Map(stored.candidates.map(({ id, name }) => [id, name]))
    const {
      cell: inCell,
      matter,
      kind,
      form,
      meetingOn,
      meetingPlace,
      publicUntil,
      heldOn,
      expected,
      present,
    } = election
    elections.push({
      ...{ cell: inCell, matter, state, form, meetingOn, meetingPlace, publicUntil, heldOn },
      kind: definitionOf[kind].name,
      unit: unitNameOf(unit),
      mayVote: member.status === 'active',
      delegate: stored.delegates.some(({ membership }) => membership === member.membership),
      contests: countContests(stored, rules).map(({ body, seats, places, result }) => ({
        ...{ body, seats, places },
        candidates: published.has(state)
          ? stored.candidates
              .filter(({ bodies }) => bodies.includes(body))
              .map(({ name, sex, frontLine }) => ({ name, sex, frontLine }))
          : [],
        elected: approved
          ? result.elected.map(({ candidate, yes }) => ({ name: nameOf.get(candidate) ?? '', yes }))
          : null,
      })),
      expected: approved ? expected : null,
      present: approved ? present : null,
      newTerm: approved ? newTermOf(election) : null,
    })
  }
  return elections
}
