import { checkCreditCode } from '@gongqiao/codes'
import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cell, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { founding } from '../../founding/machine.ts'
import { foundingOfUnit } from '../../founding/record.ts'
import { changeUnit, holdCreditCode } from '../../founding/unit.ts'
import { currentCertificate } from '../certificate.ts'
import { RegistrationView } from '../contract.ts'
import { holdersOfDesk } from '../holders.ts'
import { registration } from '../machine.ts'
import { applicantReach, openAsRegistrar } from '../open.ts'
import { termFor } from '../record.ts'
import { validUntil } from '../rules.ts'
import { registrationView } from '../view.ts'

const ended = { renewal: 'renewed', change: 'changed', cancellation: 'cancelled' } as const

/**
 * Grants an application 核准登记: issues the certificate with its number and unified social credit code, valid as long as the
 * term; a renewal or change issues anew and recalls the one before; a cancellation recalls it. A founding that waited for
 * it is done.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `kernel.invalid_input`, `matter.step_not_open`,
 * `organization.registration.term_over` (ELE-04).
 *
 * @see ORG-31, ORG-34, ORG-36, ORG-37, ORG-38
 */
export const grantRegistration = command({
  act: 'organization.grant_registration',
  by: ['post'],
  input: Type.Object(
    {
      cell: Cell,
      matter: Id,
      on: Day,
      creditCode: Type.Optional(Type.String({ maxLength: 40, description: '统一社会信用代码' })),
      number: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: '证书号，与代码不同时' })),
    },
    { additionalProperties: false },
  ),
  output: RegistrationView,
  cellOf: (input) => input.cell,
  beyond: applicantReach,
  check: ({ creditCode, on }, today) => [
    ...(typeof creditCode === 'string' ? codeFaults(creditCode) : []),
    ...(typeof on === 'string' && on > today
      ? [{ field: '/on', code: 'organization.founding.day_in_future' } satisfies Fault]
      : []),
  ],
  async run(context) {
    const { tx, input, actor, now, today, matters, services } = context
    const { before, row, unit, registrar } = await openAsRegistrar(context)
    const held = await currentCertificate(tx, input.cell, unit.id)
    await matters.take(registration, before, 'grant')
    const { form, wish } = row
    if (held && wish !== 'first')
      await tx.run(
        'update organization.certificate set ended_on = $3, ended_because = $4, end_recorded_at = $5 where cell_id = $1 and id = $2',
        [input.cell, held.id, input.on, ended[wish], now],
      )
    let certificate = held?.id ?? null
    if (wish !== 'cancellation') {
      const until = validUntil(await termFor(tx, unit.id, form), today)
      if (until === undefined) throw new Refusal('organization.registration.term_over')
      const code = input.creditCode ?? held?.creditCode
      if (code === undefined)
        throw new Refusal('kernel.invalid_input', { faults: [{ field: '/creditCode', code: 'kernel.field_missing' }] })
      const checked = checkCreditCode(code, 'union')
      if (!checked.ok) throw new Error('the code was checked before')
      certificate = newId(now.getTime())
      await tx.run(
        `insert into organization.certificate (cell_id, id, path, unit_id, registrar_unit_id, number, credit_code, name, address,
           representative, scope, first_on, issued_on, valid_from, valid_to, issue, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14, $15, $16)`,
        [
          input.cell,
          certificate,
          unit.path,
          unit.id,
          registrar.id,
          input.number ?? (wish === 'first' ? checked.value : (held?.number ?? checked.value)),
          checked.value,
          form.name,
          form.registeredAddress,
          form.representative.name,
          form.scope,
          held?.firstOn ?? input.on,
          input.on,
          until,
          (held?.issue ?? 0) + 1,
          now,
        ],
      )
      const renamed = row.changes.includes('name') && form.name !== unit.name
      await changeUnit(
        tx,
        unit.id,
        { creditCode: checked.value, ...(renamed && { name: form.name }) },
        { day: input.on, now },
      )
      await holdCreditCode(tx, services, { id: unit.id, cell: unit.cell_id }, checked.value, now)
    }
    await tx.run('update organization.registration set certificate_id = $3 where cell_id = $1 and matter_id = $2', [
      input.cell,
      input.matter,
      certificate,
    ])
    await tx.run('update organization.registration_directory set ended_on = $2 where matter_id = $1', [
      input.matter,
      today,
    ])
    const founded = await foundingOfUnit(tx, input.cell, unit.id)
    if (founded && wish === 'first') {
      const [matter] = await matters.openMany(founding, input.cell, [founded.matter])
      if (matter?.state === 'approved') await matters.take(founding, matter, 'register')
    }
    const kind = `organization.message.registration_${wish}`
    const accounts = await holdersOfDesk(tx, unit.id)
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
      after: { state: answer.state, certificate, wish },
      facts: [{ cell: input.cell, name: 'organization.registered', body: { unit: unit.id, wish } }],
      answer,
    }
  },
})

function codeFaults(text: string): Fault[] {
  const checked = checkCreditCode(text, 'union')
  return checked.ok
    ? []
    : checked.faults.map(({ code }) => ({ field: '/creditCode', code: `organization.credit.${code}` }))
}
