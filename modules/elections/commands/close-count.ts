import { command } from '@gongqiao/kernel/command/command.ts'
import { ElectionKey, ElectionView } from '../contract.ts'
import { openDossier } from '../dossier.ts'
import { refuseWith } from '../refuse-with.ts'
import { openElection, takeStep } from '../taking.ts'

/** What has to be settled before a count is closed: it is counted, tellers agree, nothing is void, tied or empty. */
const undecided: ReadonlySet<string> = new Set([
  'not_counted',
  'tellers_differ',
  'void',
  'tie',
  'seats_empty',
  'no_quorum',
  'formal_election',
  'written_in_undeclared',
])

/**
 * Closes the count 计票结束: every contest is decided.
 *
 * Refuses `elections.count_open` with everything that is not at once, `kernel.absent`, `kernel.forbidden`,
 * `matter.step_not_open`.
 *
 * @see ELE-56 to ELE-60
 */
export const closeCount = command({
  act: 'elections.close_count',
  by: ['post'],
  input: ElectionKey,
  output: ElectionView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, services, actor } = context
    const opened = await openElection(context, context.input, ['counting'])
    const { findings } = await openDossier(tx, services, opened.election, opened.unit)
    refuseWith(
      'elections.count_open',
      services,
      actor.language,
      findings.filter(({ code }) => undecided.has(code)),
    )
    return takeStep(context, opened, 'close')
  },
})
