import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { hasQuorum, quorumOf } from '../arithmetic/attendance.ts'
import { type Count, countFaults } from '../arithmetic/count.ts'
import { ElectionView, NewCount } from '../contract.ts'
import { isByCommittee, openDossier } from '../dossier.ts'
import { nameFaults, twiceFaults } from '../people-faults.ts'
import type { StoredRound } from '../stored.ts'
import { changed, openElection } from '../taking.ts'
import { keepWriteIns } from '../write-ins.ts'

function votesTwice({ votes }: Given): Fault[] {
  if (!Array.isArray(votes)) return []
  const seen = new Set<unknown>()
  return votes.flatMap((vote: unknown, index): Fault[] => {
    const candidate = vote !== null && typeof vote === 'object' && 'candidate' in vote ? vote.candidate : undefined
    const twice = candidate !== undefined && seen.has(candidate)
    seen.add(candidate)
    return twice ? [{ field: `/votes/${index}/candidate`, code: 'elections.person_twice' }] : []
  })
}

/**
 * Enters what one of the two tellers counted 计票. Neither is shown the other's numbers before both have entered theirs; a
 * correction is a next version, and nothing that was entered is lost. Names that ballots had beside those who stand
 * 另选他人 are counted with them.
 *
 * Refuses every number that cannot be at once, `elections.no_quorum`, `elections.same_teller` where both bear one name,
 * `elections.other_round` unless it is the last round of that body, `kernel.absent`, `kernel.forbidden`,
 * `matter.step_not_open`.
 *
 * @see ELE-50, ELE-55 to ELE-58, ELE-61
 */
export const enterCount = command({
  act: 'elections.enter_count',
  by: ['post'],
  input: NewCount,
  output: ElectionView,
  cellOf: (input) => input.cell,
  check: (given) => [
    ...votesTwice(given),
    ...nameFaults(given.writeIns, '/writeIns'),
    ...twiceFaults(given.writeIns, '/writeIns'),
  ],
  async run(context) {
    const { tx, input, actor, now, services } = context
    const { election, unit, before } = await openElection(context, input, ['counting'])
    const { cell, matter, path } = election
    const { counted, rules, candidates } = await openDossier(tx, services, election, unit)
    const contest = counted.find(({ body }) => body === input.body)
    const round = contest?.rounds.at(-1)
    if (!contest || !round) throw absent()
    if (round.number !== input.round) throw new Refusal('elections.other_round')
    const { quorum } = rules.values
    const { expected, present } = election
    if (expected === null || present === null || !hasQuorum(present, expected, quorum))
      throw new Refusal('elections.no_quorum', {
        variables: { present: present ?? 0, need: quorumOf(expected ?? 0, quorum) },
      })
    if (isByCommittee(election, input.body) && contest.expected === null) throw new Refusal('elections.committee_first')
    const [mine, other] = input.teller === 1 ? round.counts : [round.counts[1], round.counts[0]]
    if (other && other.tellerName === input.tellerName.trim()) throw new Refusal('elections.same_teller')
    const writeIns = input.writeIns ?? []
    const written = await keepWriteIns(tx, before.host, { election, contest, candidates, now }, writeIns)
    const count: Count = {
      ...{ present: input.present, issued: input.issued, returned: input.returned, invalid: input.invalid },
      votes: { ...Object.fromEntries(input.votes.map(({ candidate, ...votes }) => [candidate, votes])), ...written },
    }
    refuseFaults(count, round, Object.keys(written), contest.expected ?? 0)
    await tx.run(
      `insert into elections.tally (cell_id, matter_id, body, number, teller, version, path, teller_name, present, issued,
         returned, invalid, votes, account_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[
          cell,
          matter,
          input.body,
          round.number,
          input.teller,
          (mine?.version ?? 0) + 1,
          path,
          input.tellerName.trim(),
        ],
        ...[count.present, count.issued, count.returned, count.invalid],
        JSON.stringify(
          Object.fromEntries(
            Object.entries(count.votes).map(([candidate, { yes, no, abstain }]) => [candidate, [yes, no, abstain]]),
          ),
        ),
        ...['account' in actor ? actor.account : null, now],
      ],
    )
    return {
      ...(await changed(context, election)),
      before: { state: before.state },
      after: { state: before.state, body: input.body, round: round.number, teller: input.teller },
    }
  },
})

function refuseFaults(count: Count, round: StoredRound, written: readonly string[], expected: number): void {
  const votes = Object.keys(count.votes).filter((candidate) => !written.includes(candidate))
  const faults = countFaults(count, round.candidates, round.seats, written).map(({ at, code, variables }): Fault => {
    const index = votes.indexOf(at)
    const field = fieldOf(at, written) ?? `/votes/${index < 0 ? at : index}`
    return { field, code: `elections.count.${code}`, ...(variables && { variables }) }
  })
  if (count.present > expected)
    faults.unshift({ field: '/present', code: 'elections.more_than_expected', variables: { expected } })
  if (faults.length > 0) throw new Refusal('kernel.invalid_input', { faults })
}

function fieldOf(at: string, written: readonly string[]): string | undefined {
  if (at === 'issued' || at === 'invalid' || at === 'votes') return `/${at}`
  const index = written.indexOf(at)
  return index < 0 ? undefined : `/writeIns/${index}/yes`
}
