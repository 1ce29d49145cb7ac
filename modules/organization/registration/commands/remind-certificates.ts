import { addDays } from '@gongqiao/calendar'
import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { Cell, Count } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { renewalFrom } from '../certificate.ts'
import { holdersOfDesk } from '../holders.ts'

/** No rule opens the window earlier than this. */
const earliestDays = 120

/** Whether a cell has a certificate whose union may have to be told. */
export const couldRemind = `select from organization.certificate
  where cell_id = $1 and ended_on is null and reminded_on is null and valid_to <= $2 limit 1`

/** The last day of certificates that are looked at. */
export const remindUntil = (today: string) => addDays(today, earliestDays)

/**
 * Tells whoever answers for a union, once, that the renewal of its certificate may be applied for.
 *
 * @see ORG-36
 */
export const remindCertificates = command({
  act: 'organization.remind_certificates',
  by: ['system'],
  input: Type.Object({ cell: Cell }, { additionalProperties: false }),
  output: Type.Object({ reminded: Count }, { additionalProperties: false }),
  cellOf: (input) => input.cell,
  beyond: { cell: 'certificates end everywhere: those of the whole cell' },
  async run({ tx, input, now, today, allow, reach, services }) {
    const { cell } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const rows = await tx.many<{ id: string; unit: string; name: string; to: string }>(
      `select c.id, c.unit_id as unit, u.name, c.valid_to as "to" from organization.certificate c
       join organization.unit u on u.id = c.unit_id
       where c.cell_id = $1 and c.ended_on is null and c.reminded_on is null and c.valid_to <= $2 order by c.id limit 1000`,
      [cell, remindUntil(today)],
    )
    const due = rows.filter(({ to }) => today >= renewalFrom(services, cell, to))
    for (const { unit, name, to } of due) {
      const accounts = await holdersOfDesk(tx, unit)
      const kind = 'organization.message.certificate_ends'
      const link = `/units/${unit}/registration`
      await leaveMessages(
        tx,
        cell,
        accounts.map((account) => ({ account, kind, variables: { unit: name, on: to }, link })),
        now,
      )
    }
    await tx.run('update organization.certificate set reminded_on = $3 where cell_id = $1 and id = any($2::uuid[])', [
      cell,
      due.map(({ id }) => id),
      today,
    ])
    return { cell, after: { reminded: due.length }, answer: { reminded: due.length } }
  },
})
