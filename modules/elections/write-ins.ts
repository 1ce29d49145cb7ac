import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { Place } from '@gongqiao/kernel/shared/place.ts'
import type { Votes } from './arithmetic/ballots.ts'
import type { Counted } from './dossier.ts'
import { resolveNames } from './on-roll.ts'
import type { CandidateRow, ElectionRow } from './stored.ts'

/** A name that ballots had and the round had not, as a teller enters it. */
export type WriteIn = { readonly name: string; readonly membership?: string | null; readonly yes: number }

type About = {
  readonly election: ElectionRow
  readonly contest: Counted
  readonly candidates: readonly CandidateRow[]
  readonly now: Date
}

/**
 * Finds who it is that ballots named 另选他人: their row of the roll, or the same name where the roll has none. Who was not
 * known to the election yet is kept, so that both tellers mean one person.
 *
 * Refuses `kernel.invalid_input` with every name that has namesakes or is there twice, that stands in this round already,
 * that is elected already, and with all of them in a run-off, which is among equals alone.
 *
 * @returns the votes for each of them by their id
 * @see ELE-55, ELE-59
 */
export async function keepWriteIns(
  tx: Tx,
  place: Place,
  { election, contest, candidates, now }: About,
  given: readonly WriteIn[],
): Promise<{ readonly [candidate: string]: Votes }> {
  if (given.length === 0) return {}
  const round = contest.rounds.at(-1)
  if (round?.kind === 'run_off') throw refusal([{ field: '/writeIns', code: 'elections.count.run_off_of_equals' }])
  const typed = given.map((one) => ({ ...one, name: one.name.trim(), sex: 'unknown' as const }))
  const people = (await resolveNames(tx, place, typed, '/writeIns')).map((person) => ({
    ...person,
    known: candidates.find((one) =>
      person.membership === null
        ? one.membership === null && one.name === person.name
        : one.membership === person.membership,
    ),
  }))
  const elected = new Set(contest.result.elected.map(({ candidate }) => candidate))
  const seen = new Set<string>()
  const faults = people.flatMap(({ name, known }, index): Fault[] => {
    const field = `/writeIns/${index}/name`
    const twice = seen.has(name)
    seen.add(name)
    if (twice) return [{ field, code: 'elections.person_twice' }]
    if (known && round?.candidates.includes(known.id)) return [{ field, code: 'elections.count.stands_already' }]
    return known && elected.has(known.id) ? [{ field, code: 'elections.count.elected_already' }] : []
  })
  if (faults.length > 0) throw refusal(faults)
  const rows = people.map((person) => ({ ...person, id: person.known?.id ?? newId(now.getTime()) }))
  await tx.run(
    `insert into elections.candidate (cell_id, matter_id, id, path, membership_id, name, sex, bodies, declared, declared_by,
       front_line, model_worker)
     select $1, $2, r.id, $3, r.membership, r.name, r.sex, '{}', '{}', '', false, false
     from jsonb_to_recordset($4::jsonb) as r (id uuid, membership uuid, name text, sex text)`,
    [
      ...[election.cell, election.matter, election.path],
      JSON.stringify(
        rows
          .filter(({ known }) => known === undefined)
          .map(({ id, membership, name, sex }) => ({ id, membership, name, sex })),
      ),
    ],
  )
  return Object.fromEntries(rows.map(({ id, yes }) => [id, { yes, no: 0, abstain: 0 }]))
}

const refusal = (faults: readonly Fault[]) => new Refusal('kernel.invalid_input', { faults: [...faults] })
