import { command, type Given } from '@gongqiao/kernel/command/command.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { ElectionView, NewDelegates } from '../contract.ts'
import { resolveNames } from '../on-roll.ts'
import { nameFaults, twiceFaults } from '../people-faults.ts'
import { changed, openElection } from '../taking.ts'

function delegateFaults({ delegates, toldOn }: Given, today: string): Fault[] {
  return [
    ...nameFaults(delegates, '/delegates'),
    ...twiceFaults(delegates, '/delegates'),
    ...(typeof toldOn === 'string' && toldOn > today ? [{ field: '/toldOn', code: 'elections.in_future' }] : []),
  ]
}

/**
 * Enters the delegates 会员代表 of an election, in place of the list before, with the day they were told.
 *
 * Refuses every wrong row at once, `kernel.absent`, `kernel.forbidden`, `elections.members_meet` where all members meet,
 * `matter.step_not_open` once the meeting was held.
 *
 * @see ELE-11, ELE-14, ELE-15
 */
export const enterDelegates = command({
  act: 'elections.enter_delegates',
  by: ['post'],
  input: NewDelegates,
  output: ElectionView,
  cellOf: (input) => input.cell,
  check: delegateFaults,
  async run(context) {
    const { tx, input, now } = context
    const { election, before } = await openElection(context, input, ['preparing', 'published'])
    if (election.form === 'general') throw new Refusal('elections.members_meet')
    const { cell, matter, path } = election
    const rows = await resolveNames(tx, before.host, input.delegates, '/delegates')
    await tx.run('delete from elections.delegate where cell_id = $1 and matter_id = $2', [cell, matter])
    await tx.run(
      `insert into elections.delegate (cell_id, matter_id, id, path, membership_id, name, sex, constituency, manager, front_line)
       select $1, $2, r.id, $3, r.membership, r.name, r.sex, r.constituency, r.manager, r.front_line
       from jsonb_to_recordset($4::jsonb) as r (id uuid, membership uuid, name text, sex text, constituency text,
         manager boolean, front_line boolean)`,
      [
        ...[cell, matter, path],
        JSON.stringify(
          rows.map(({ frontLine, ...row }) => ({ ...row, id: newId(now.getTime()), front_line: frontLine })),
        ),
      ],
    )
    await tx.run('update elections.election set told_on = $3 where cell_id = $1 and matter_id = $2', [
      ...[cell, matter, input.toldOn ?? null],
    ])
    return {
      ...(await changed(context, election)),
      before: { state: before.state },
      after: { state: before.state, delegates: rows.length },
    }
  },
})
