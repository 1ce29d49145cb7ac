import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionKey, ElectionView } from '../contract.ts'
import { openDossier } from '../dossier.ts'
import { refuseWith } from '../refuse-with.ts'
import { openElection, takeStep } from '../taking.ts'

/** Rules that a list must keep before anybody is shown it. */
const beforePublishing: ReadonlySet<string> = new Set([
  'ELE-01',
  'ELE-10',
  'ELE-16',
  'ELE-21',
  'ELE-22',
  'ELE-24',
  'ELE-30',
  'ELE-31',
  'ELE-32',
  'ELE-33',
  'ELE-34',
  'ELE-42',
  'ELE-51',
  'ELE-52',
  'ELE-53',
  'ELE-60',
  'ELE-61',
  'ORG-21',
  'ORG-43',
])

/**
 * Publishes the candidates 公示: their list is fixed, and the members see it. For the chair seven days, for the committee
 * five working days, whichever ends later; the meeting is held after that.
 *
 * Refuses `elections.cannot_publish` with everything that is against it at once, `kernel.absent`, `kernel.forbidden`,
 * `matter.step_not_open`.
 *
 * @see ELE-30 to ELE-36, ELE-51, ELE-52
 */
export const publishCandidates = command({
  act: 'elections.publish',
  by: ['post'],
  input: ElectionKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, services, today } = context
    const opened = await openElection(context, context.input, ['preparing'])
    const { election, unit } = opened
    const { findings, contests } = await openDossier(tx, services, election, unit)
    const against = findings.filter(({ rule, weight }) => weight !== 'warning' && beforePublishing.has(rule))
    refuseWith('elections.cannot_publish', services, context.actor.language, against)
    const rules = contests.some(({ body }) => body === 'chair' || body === 'vice_chair')
      ? ['ELE-35', 'ELE-35-CHAIR']
      : ['ELE-35']
    const ends = rules.map((rule) => services.deadlines.due(rule, today, { cell: election.cell }).on).sort()
    await tx.run(
      'update elections.election set published_on = $3, public_until = $4 where cell_id = $1 and matter_id = $2',
      [election.cell, election.matter, today, ends.at(-1)],
    )
    return takeStep(context, opened, 'publish')
  },
})
