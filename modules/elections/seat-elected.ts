import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import {
  endVacancies,
  type NewOfficer,
  type OpenUnit,
  recordCommittee,
  seatOfficers,
} from '@gongqiao/modules/organization/index.ts'
import { asOfficer } from './arithmetic/eligibility.ts'
import { type Counted, type Dossier, seatedAs } from './dossier.ts'
import type { CandidateRow } from './stored.ts'

type Elected = { readonly candidate: CandidateRow; readonly body: Counted['body']; readonly yes: number }

/**
 * Writes who was elected, and lets them take office: a re-election gives the union a committee with its term, a by-election
 * seats those elected beside who sits there, for the rest of the term.
 *
 * @see ELE-01, ELE-02, ELE-42
 */
export async function seatElected(
  context: CommandContext<unknown, 'post'>,
  { election, counted, candidates, sitting }: Dossier,
  unit: OpenUnit,
  term: { readonly from: string; readonly to: string },
  document: string,
): Promise<void> {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const elected = counted.flatMap(({ body, result }) =>
    result.elected.flatMap(({ candidate: id, yes }): Elected[] => {
      const candidate = byId.get(id)
      return candidate ? [{ candidate, body, yes }] : []
    }),
  )
  await context.tx.run(
    `insert into elections.elected (cell_id, matter_id, body, candidate_id, path, unit_id, membership_id, name, yes, term_from, term_to)
     select $1, $2, r.body, r.candidate, $3, $4, r.membership, r.name, r.yes, $5, $6
     from jsonb_to_recordset($7::jsonb) as r (body text, candidate uuid, membership uuid, name text, yes int)`,
    [
      ...[election.cell, election.matter, election.path, unit.id, term.from, term.to],
      JSON.stringify(
        elected.map(({ candidate, body, yes }) => ({
          ...{ body, yes, candidate: candidate.id },
          ...{ membership: candidate.membership, name: candidate.name },
        })),
      ),
    ],
  )
  const officers = officersOf(elected)
  if (election.kind === 're_election') {
    const { termYears: years, members } = election
    await recordCommittee(context, {
      unit,
      electedOn: term.from,
      years,
      origin: 'election',
      document,
      officers,
      members,
    })
    return
  }
  const beside = officers.map((officer) => ({ ...officer, who: seatedAs(sitting, officer)[0]?.who }))
  await seatOfficers(context, unit, beside, term.from, 'beside')
  if (officers.some(({ seats }) => seats.includes('chair'))) await endVacancies(context, unit, 'chair')
}

/** Everybody elected once, with all their seats; whoever is chair needs no other seat named in the committee. */
function officersOf(elected: readonly Elected[]): NewOfficer[] {
  const people = Map.groupBy(elected, ({ candidate }) => candidate)
  return [...people].map(([candidate, seats]) => {
    const bodies = seats.map(({ body }) => body)
    const { keepsMoney: _keepsMoney, ...officer } = asOfficer({ ...candidate, bodies })
    return {
      ...officer,
      engagement: candidate.engagement ?? 'part_time',
      ...(candidate.person !== null && { person: candidate.person }),
    }
  })
}
