import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { writtenInto } from '../arithmetic/contest.ts'
import { ElectionView, NewRound } from '../contract.ts'
import { openDossier } from '../dossier.ts'
import { openElection, takeStep } from '../taking.ts'

/**
 * Opens the next ballot that the rules ask for: the same one again where it was void, a run-off among those with equal votes
 * and nobody else, one for seats that stayed empty, or the formal election with the list that a preliminary vote made.
 *
 * Refuses `elections.nothing_to_vote` where the last round decided or is not counted yet, `elections.not_standing` for
 * somebody who may not stand in it, `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-56, ELE-59 to ELE-61
 */
export const voteAgain = command({
  act: 'elections.vote_again',
  by: ['post'],
  input: NewRound,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, now, services } = context
    const opened = await openElection(context, input, ['counting'])
    const { election, unit } = opened
    const { counted, candidates } = await openDossier(tx, services, election, unit)
    const contest = counted.find(({ body }) => body === input.body)
    if (!contest) throw absent()
    const { next, elected } = contest.result
    if (!next) throw new Refusal('elections.nothing_to_vote')
    const free = next.kind === 'rest' && input.candidates !== undefined
    const standing = free ? (input.candidates ?? []) : next.candidates
    const named = new Set([...next.candidates, ...contest.rounds.flatMap(writtenInto)])
    const may = new Set(
      candidates.filter(({ id, bodies }) => bodies.includes(input.body) || named.has(id)).map(({ id }) => id),
    )
    const wrong = standing.filter((id) => !may.has(id) || elected.some(({ candidate }) => candidate === id))
    if (wrong.length > 0 || standing.length === 0) throw new Refusal('elections.not_standing')
    const number = (contest.rounds.at(-1)?.number ?? 0) + 1
    await tx.run(
      `insert into elections.round (cell_id, matter_id, body, number, path, kind, seats, candidates, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [election.cell, election.matter, input.body, number, election.path, next.kind, next.seats, standing, now],
    )
    return takeStep(context, opened, 'vote_again', { reason: next.kind })
  },
})
