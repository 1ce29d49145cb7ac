import { command } from '@gongqiao/kernel/command/command.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { beginRegistration, unitToRegister } from '../apply.ts'
import { RegistrationView, RegistrationWish, registrationFields } from '../contract.ts'
import { givenFaults } from '../given.ts'
import { registrationView } from '../view.ts'

/**
 * Applies for registration as a legal person 法人资格登记, its renewal, change or cancellation, at the registrar that the
 * rules name. It is free of charge, and does not depend on whether the employer is a legal person.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input` with every fault at once, and the obstacles of
 * `beginRegistration`.
 *
 * @see ORG-30 to ORG-38
 */
export const applyForRegistration = command({
  act: 'organization.apply_registration',
  by: ['post'],
  input: Type.Object({ unit: Id, wish: RegistrationWish, ...registrationFields }, { additionalProperties: false }),
  output: RegistrationView,
  check: givenFaults,
  async run(context) {
    const { tx, actor, input, today, services } = context
    const unit = await unitToRegister(context)
    const { cell, matter, registrar } = await beginRegistration(context, unit)
    const answer = await registrationView(tx, services, actor, { cell, matter }, today)
    return {
      cell,
      subject: matter,
      after: { state: answer.state, wish: input.wish, unit: unit.id, registrar: registrar.id },
      answer,
    }
  },
})
