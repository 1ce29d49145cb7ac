import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { ElectionKey, ElectionView } from '../contract.ts'
import { electionView } from '../election-view.ts'
import { findStoredElection } from '../stored.ts'

/** One election with its candidates, counts and what the rules find. Refuses `kernel.absent`, `kernel.forbidden`. */
export const findElection = query({
  act: 'elections.view_election',
  by: ['post'],
  input: ElectionKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, today, allow, services }) {
    const election = await findStoredElection(tx, input.cell, input.matter)
    if (!election) throw absent()
    allow({ cell: election.cell, path: election.path })
    return electionView(tx, services, election, today, { actor, language: actor.language })
  },
})
