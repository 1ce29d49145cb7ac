import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { RegistrationView } from '../contract.ts'
import { holdersOfDesk } from '../holders.ts'
import { registration, returnReasons } from '../machine.ts'
import { applicantReach, openAsRegistrar } from '../open.ts'
import { registrationView } from '../view.ts'

/**
 * Returns an application for what is wanting in it: the union mends it and sends it again.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const returnRegistration = command({
  act: 'organization.grant_registration',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      reason: Type.Enum([...returnReasons]),
      note: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    },
    { additionalProperties: false },
  ),
  output: RegistrationView,
  cellOf: (input) => input.cell,
  beyond: applicantReach,
  async run(context) {
    const { tx, input, actor, now, today, matters, services } = context
    const { before, unit } = await openAsRegistrar(context)
    await matters.take(registration, before, 'return', {
      reason: input.reason,
      owner: unit.desk_post_id,
      ...(input.note !== undefined && { note: input.note }),
    })
    const accounts = await holdersOfDesk(tx, unit.id)
    const kind = 'organization.message.registration_returned'
    const link = `/units/${unit.id}/registration`
    await leaveMessages(
      tx,
      input.cell,
      accounts.map((account) => ({ account, kind, variables: { unit: unit.name }, link })),
      now,
    )
    const answer = await registrationView(tx, services, actor, input, today)
    return {
      cell: input.cell,
      subject: input.matter,
      before: { state: before.state },
      after: { state: answer.state, reason: input.reason },
      answer,
    }
  },
})
