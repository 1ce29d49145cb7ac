import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { applicationView } from '../application-view.ts'
import { ApplicationView, Confirmation } from '../contract.ts'
import { confirmApplications, openApplications } from '../deciding.ts'

/**
 * Confirms an application with the committee's decision day: membership starts there.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, `membership.person_must_prove`, and a decision day
 * in the future or before the application.
 *
 * @see Charter Art 2; rulebook MEM-11, MEM-13
 */
export const confirmApplication = command({
  act: 'membership.confirm',
  by: ['post'],
  input: Confirmation,
  output: ApplicationView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, allow, services, today, actor } = context
    const [item] = await openApplications(context, input.cell, [input.matter])
    if (!item) throw absent()
    allow(item.matter.host)
    const { decided, facts } = await confirmApplications(context, input.cell, [item], input.decidedOn)
    const code = decided[0]?.code ?? null
    if (code?.startsWith('membership.decided_'))
      throw new Refusal('kernel.invalid_input', { faults: [{ field: '/decidedOn', code }] })
    if (code === 'matter.step_not_open') throw new Refusal(code)
    // Asked a second time while the person has not proved who they are: said plainly, and nothing changes.
    if (code !== null && item.matter.state === 'person_check')
      return { cell: input.cell, subject: input.matter, refusal: new Refusal(code) }
    const answer = await applicationView(tx, services, input.cell, input.matter, today, actor.language)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: item.matter.state },
      after: { state: answer.state, decidedOn: input.decidedOn },
      facts,
      answer,
    }
  },
})
