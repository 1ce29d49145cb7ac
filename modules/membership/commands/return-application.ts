import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { applicationView } from '../application-view.ts'
import { ApplicationView, Return } from '../contract.ts'
import { openApplications } from '../deciding.ts'
import { application } from '../machine.ts'

/**
 * Returns an application 退回补充 with a reason that the person sees and can mend.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const returnApplication = command({
  act: 'membership.return',
  by: ['post'],
  input: Return,
  output: ApplicationView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, now, allow, matters, services, today, actor } = context
    const { cell, reason, note } = input
    const [item] = await openApplications(context, cell, [input.matter])
    if (!item) throw absent()
    allow(item.matter.host)
    const after = await matters.take(application, item.matter, 'return', {
      reason,
      ...(note !== undefined && { note }),
    })
    if (item.account) {
      const variables = { unit: item.unitName, reason: `membership.reason.${reason}` }
      const link = `/matters/${cell}/${item.matter.id}`
      await leaveMessages(
        tx,
        cell,
        [{ account: item.account, kind: 'membership.message.returned', variables, link }],
        now,
      )
    }
    return {
      cell,
      subject: input.matter,
      before: { state: item.matter.state },
      after: { state: after.state, reason },
      answer: await applicationView(tx, services, cell, input.matter, today, actor.language),
    }
  },
})
