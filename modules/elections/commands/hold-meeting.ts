import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { ElectionView, HeldMeeting } from '../contract.ts'
import { loadElection } from '../stored.ts'
import { openElection, takeStep } from '../taking.ts'

function meetingFaults({ heldOn, expected, present }: Given, today: string): Fault[] {
  return [
    ...(typeof heldOn === 'string' && heldOn > today ? [{ field: '/heldOn', code: 'elections.in_future' }] : []),
    ...(typeof expected === 'number' && typeof present === 'number' && present > expected
      ? [{ field: '/present', code: 'elections.more_than_expected', variables: { expected } }]
      : []),
  ]
}

/**
 * Records that the meeting was held: who should have come, who came, how it voted. Every body has its first ballot then: the
 * preliminary vote where the plan has one, else the formal election. A meeting without a quorum may not elect,
 * and nothing of it is counted.
 *
 * Refuses every wrong field at once, `elections.still_published` on a day of publicity, `kernel.absent`,
 * `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-35, ELE-50, ELE-55, ELE-61
 */
export const holdMeeting = command({
  act: 'elections.hold_meeting',
  by: ['post'],
  input: HeldMeeting,
  output: ElectionView,
  cellOf: (input) => input.cell,
  check: meetingFaults,
  async run(context) {
    const { tx, input, now } = context
    const opened = await openElection(context, input, ['published'])
    const { election } = opened
    const { cell, matter, path, publicUntil } = election
    if (publicUntil !== null && input.heldOn <= publicUntil)
      throw new Refusal('elections.still_published', { variables: { until: publicUntil } })
    await tx.run(
      `update elections.election set held_on = $3, expected = $4, present = $5, ballot = $6, proxies = $7
       where cell_id = $1 and matter_id = $2`,
      [cell, matter, input.heldOn, input.expected, input.present, input.ballot, input.proxies],
    )
    const { contests, candidates } = await loadElection(tx, election)
    const fresh = contests.map(({ body, seats, places, rounds }) => ({
      ...{ body, seats: places ?? seats, kind: places === null ? 'first' : 'preliminary' },
      number: (rounds.at(-1)?.number ?? 0) + 1,
      candidates: candidates.filter(({ bodies }) => bodies.includes(body)).map(({ id }) => id),
    }))
    await tx.run(
      `insert into elections.round (cell_id, matter_id, body, number, path, kind, seats, candidates, opened_at)
       select $1, $2, r.body, r.number, $3, r.kind, r.seats, r.candidates, $4
       from jsonb_to_recordset($5::jsonb) as r (body text, number int, kind text, seats int, candidates uuid[])`,
      [cell, matter, path, now, JSON.stringify(fresh)],
    )
    return takeStep(context, opened, 'hold')
  },
})
