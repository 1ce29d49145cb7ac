import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { RegistrationForm, RegistrationView } from '../contract.ts'
import { givenFaults } from '../given.ts'
import { registration } from '../machine.ts'
import { openAsApplicant } from '../open.ts'
import { sealForm } from '../record.ts'
import { registrationView } from '../view.ts'

/**
 * Sends an application that was returned again, mended.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`.
 */
export const mendRegistration = command({
  act: 'organization.apply_registration',
  by: ['post'],
  input: Type.Object({ cell: Cell, matter: Id, form: RegistrationForm }, { additionalProperties: false }),
  output: RegistrationView,
  cellOf: (input) => input.cell,
  check: givenFaults,
  async run(context) {
    const { tx, input, actor, today, matters, services } = context
    const { before, registrar } = await openAsApplicant(context)
    await matters.take(registration, before, 'resubmit', { owner: registrar.desk_post_id })
    await tx.run('update organization.registration set form_cipher = $3 where cell_id = $1 and matter_id = $2', [
      input.cell,
      input.matter,
      await sealForm(services, input.cell, input.matter, input.form),
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
