import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { ReportView } from '../contract.ts'
import { notMe } from '../machine.ts'
import { reportView } from '../report-view.ts'

/**
 * Answers a member's report that somebody used their number, in words to them. Whether it is settled is theirs to say.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const answerReport = command({
  act: 'membership.answer_report',
  by: ['post'],
  input: Type.Object(
    { cell: Cell, matter: Id, note: Type.String({ minLength: 1, maxLength: 300 }) },
    { additionalProperties: false },
  ),
  output: ReportView,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, now, today, allow, matters, services }) {
    const { cell, matter: id, note } = input
    const before = await matters.open(notMe, cell, id)
    allow(before.host)
    const after = await matters.take(notMe, before, 'answer', { note })
    const { view } = await reportView(tx, services, cell, id, today, actor.language)
    const { account } = await tx.one<{ account: string | null }>(
      'select account_id as account from people.open_person where cell_id = $1 and id = $2',
      [cell, before.subject],
    )
    if (account !== null) {
      const variables = { unit: view.unit.name }
      const link = `/matters/${cell}/${id}`
      await leaveMessages(tx, cell, [{ account, kind: 'membership.message.answered', variables, link }], now)
    }
    return { cell, subject: id, before: { state: before.state }, after: { state: after.state }, answer: view }
  },
})
