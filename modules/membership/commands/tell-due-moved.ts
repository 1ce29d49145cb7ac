import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Day, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

const kind = 'membership.message.due_moved'

/**
 * Tells a person at once that time of theirs became shorter, because a calendar year was published. Told once.
 *
 * @see rulebook T-CAL-06
 */
export const tellDueMoved = command({
  act: 'membership.tell_due_moved',
  by: ['system'],
  input: Type.Object({ cell: Cell, matter: Id, from: Day, to: Day }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { subject: 'whom the matter concerns: their record, in its cell' },
  async run({ tx, input, now, allow, reach }) {
    const { cell, matter, from, to } = input
    allow({ cell, path: '' })
    await reach('subject', { cell, path: '' })
    const variables = { from, to }
    const link = `/matters/${cell}/${matter}`
    const rows = await tx.many<{ account: string }>(
      `select p.account_id as account from kernel.matter m
       join people.open_person p on p.cell_id = m.cell_id and p.id = m.subject_id
       where m.cell_id = $1 and m.id = $2 and m.ended_at is null and m.due_on = $3 and p.account_id is not null
         and not exists (select from kernel.message t where t.cell_id = m.cell_id and t.account_id = p.account_id
           and t.kind = $4 and t.link = $5 and t.variables = $6)`,
      [cell, matter, to, kind, link, JSON.stringify(variables)],
    )
    await leaveMessages(
      tx,
      cell,
      rows.map(({ account }) => ({ account, kind, variables, link })),
      now,
    )
    return { cell, subject: matter, after: { told: rows.length }, answer: done }
  },
})
