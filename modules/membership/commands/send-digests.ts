import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Count, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

const kind = 'membership.message.digest'

/**
 * Leaves the week's digest 每周待办摘要 in officers' inboxes of one cell: one message with how much is open and how much
 * is late, never one a case. Whoever has this week's already gets no second.
 */
export const sendDigests = command({
  act: 'membership.send_digests',
  by: ['system'],
  input: Type.Object(
    {
      cell: Cell,
      /** The Monday of the week. */
      week: Day,
      holders: Type.Array(Type.Object({ account: Id, open: Count, overdue: Count }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 1_000,
      }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ sent: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  async run({ tx, input, now, allow }) {
    const { cell, week, holders } = input
    allow({ cell, path: '' })
    const had = new Set(
      (
        await tx.many<{ account: string }>(
          `select account_id as account from kernel.message
           where cell_id = $1 and account_id = any($2::uuid[]) and kind = $3 and at >= $4`,
          [cell, holders.map((holder) => holder.account), kind, new Date(`${week}T00:00:00+08:00`)],
        )
      ).map((row) => row.account),
    )
    const due = holders.filter(({ account }) => !had.has(account))
    await leaveMessages(
      tx,
      cell,
      due.map(({ account, open, overdue }) => ({ account, kind, variables: { open, overdue }, link: '/console/' })),
      now,
    )
    return { cell, after: { sent: due.length }, answer: { sent: due.length } }
  },
})
