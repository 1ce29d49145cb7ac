import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { askView } from '../ask-view.ts'
import { type AskRow, askColumns } from '../asked-row.ts'
import { AskView, Joining } from '../contract.ts'
import { ask } from '../machine.ts'

/** Whether two asks are about the same employer, or at least the same topic. */
function areAlike(one: AskRow, other: AskRow): boolean {
  if (one.employerDigest !== null && other.employerDigest?.equals(one.employerDigest)) return true
  return one.topic !== null && one.topic === other.topic
}

/**
 * Joins asks about the same employer or topic that wait at the same desk 并案: they get one answer. Each stays a matter of
 * its own with its own history, and no asker is shown that there are others.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `rights.not_alike`.
 *
 * @see rulebook RP-R-06
 */
export const joinAsks = command({
  act: 'rights.handle_ask',
  by: ['post'],
  input: Joining,
  output: AskView,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const { cell, matter } = input
    const ids = [...new Set([matter, ...input.others])]
    const befores = await matters.openMany(ask, cell, ids)
    const first = befores.find(({ id }) => id === matter)
    if (!first || befores.length < ids.length) throw absent()
    for (const before of befores) allow(before.host)
    const rows = await tx.many<AskRow>(
      `select ${askColumns} from rights.ask a where a.cell_id = $1 and a.matter_id = any($2::uuid[]) order by a.matter_id`,
      [cell, ids],
    )
    const own = rows.find((row) => row.matter === matter)
    if (!own) throw absent()
    const fits = rows.every((row) => row.matter === matter || areAlike(own, row))
    const open = befores.every(({ state, hostUnit }) => state !== 'answered' && hostUnit === first.hostUnit)
    if (!fits || !open || befores.some(({ endedAt }) => endedAt !== null)) throw new Refusal('rights.not_alike')
    const group = own.groupId ?? rows.find((row) => row.groupId !== null)?.groupId ?? newId(now.getTime())
    await tx.run(
      `insert into rights.ask_group (cell_id, id, path, unit_id, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [cell, group, first.host.path, first.hostUnit, now],
    )
    await tx.run('update rights.ask set group_id = $3 where cell_id = $1 and matter_id = any($2::uuid[])', [
      cell,
      ids,
      group,
    ])
    const { view } = await askView({ tx, services, today, language: actor.language }, cell, matter)
    return { cell, subject: matter, after: { group, joined: ids.length }, answer: view }
  },
})
