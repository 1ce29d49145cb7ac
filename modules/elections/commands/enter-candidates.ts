import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { ElectionView, NewCandidates } from '../contract.ts'
import { resolveNames } from '../on-roll.ts'
import { nameFaults, twiceFaults } from '../people-faults.ts'
import { changed, openElection } from '../taking.ts'

function candidateFaults({ candidates }: Given): Fault[] {
  return [...nameFaults(candidates, '/candidates'), ...twiceFaults(candidates, '/candidates')]
}

/**
 * Enters who stands 候选人, in place of the list before: each by their row of the roll, else by a name that one person of the
 * union alone has. What is declared about them is kept with who declared it. Nobody is refused here for a bar: every bar is
 * shown with its rule, and a list with one cannot be published.
 *
 * Refuses every wrong row at once, `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see ELE-30 to ELE-34
 */
export const enterCandidates = command({
  act: 'elections.enter_candidates',
  by: ['post'],
  input: NewCandidates,
  output: ElectionView,
  cellOf: (input) => input.cell,
  check: candidateFaults,
  async run(context) {
    const { tx, input, now, matters, actor } = context
    const { election, before } = await openElection(context, input, ['preparing'])
    const { cell, matter, path } = election
    const resolved = await resolveNames(tx, before.host, input.candidates, '/candidates')
    const known = new Set(
      (
        await tx.many<{ id: string }>(
          `select id from elections.candidate where cell_id = $1 and matter_id = $2 and bodies <> '{}'`,
          [cell, matter],
        )
      ).map(({ id }) => id),
    )
    const rows = resolved.map((row) => ({
      ...row,
      id: row.id !== undefined && known.has(row.id) ? row.id : newId(now.getTime()),
    }))
    // Whoever ballots of an earlier meeting named stays: its counts name them.
    await tx.run(`delete from elections.candidate where cell_id = $1 and matter_id = $2 and bodies <> '{}'`, [
      cell,
      matter,
    ])
    await tx.run(
      `insert into elections.candidate (cell_id, matter_id, id, path, membership_id, name, sex, bodies, declared, declared_by,
         front_line, model_worker, engagement)
       select $1, $2, r.id, $3, r.membership, r.name, r.sex, r.bodies, r.declared, $4, r.front_line, r.model_worker, r.engagement
       from jsonb_to_recordset($5::jsonb) as r (id uuid, membership uuid, name text, sex text, bodies text[], declared text[],
         front_line boolean, model_worker boolean, engagement text)`,
      [
        ...[cell, matter, path, matters.byWords ?? actor.kind],
        JSON.stringify(
          rows.map(({ id, membership, name, sex, bodies, declared, engagement, frontLine, modelWorker }) => ({
            ...{ id, membership, name, sex, bodies, declared, engagement },
            front_line: frontLine,
            model_worker: modelWorker,
          })),
        ),
      ],
    )
    return {
      ...(await changed(context, election)),
      before: { state: before.state },
      after: { state: before.state, candidates: rows.length },
    }
  },
})
