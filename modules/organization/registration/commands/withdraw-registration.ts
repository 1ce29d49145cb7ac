import { command } from '@gongqiao/kernel/command/command.ts'
import { RegistrationKey, RegistrationView } from '../contract.ts'
import { registration } from '../machine.ts'
import { openAsApplicant } from '../open.ts'
import { registrationView } from '../view.ts'

/** Takes an application back before it is granted. Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`. */
export const withdrawRegistration = command({
  act: 'organization.apply_registration',
  by: ['post'],
  input: RegistrationKey,
  output: RegistrationView,
  cellOf: (input) => input.cell,
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before } = await openAsApplicant(context)
    await matters.take(registration, before, 'withdraw')
    await tx.run('update organization.registration_directory set ended_on = $2 where matter_id = $1', [
      input.matter,
      today,
    ])
    const answer = await registrationView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state },
      answer,
    }
  },
})
