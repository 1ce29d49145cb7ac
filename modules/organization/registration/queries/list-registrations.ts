import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { type RegistrationLine, RegistrationLines } from '../contract.ts'
import { applicantReach } from '../open.ts'

const atMost = 200

/** The open applications that a union has to decide as registrar, the oldest first; 200 at most. @see ORG-35 */
export const listRegistrations = query({
  act: 'organization.grant_registration',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: RegistrationLines,
  beyond: applicantReach,
  async run({ tx, input, today, allow, reach }) {
    const registrar = await findOpenUnit(tx, input.unit)
    if (!registrar) throw absent()
    allow({ cell: registrar.cell_id, path: registrar.path })
    const waiting = await tx.many<{ cell: number; matter: string }>(
      `select cell_id as cell, matter_id as matter from organization.registration_directory
       where registrar_unit_id = $1 and ended_on is null order by matter_id limit $2`,
      [registrar.id, atMost],
    )
    const items: RegistrationLine[] = []
    for (const [cell, some] of Map.groupBy(waiting, (one) => one.cell)) {
      await reach('applicant', { cell, path: '' })
      const rows = await tx.many<Omit<RegistrationLine, 'openedAt' | 'overdue' | 'cell'> & { openedAt: Date }>(
        `select m.id as matter, u.name as unit, r.wish, m.state, m.opened_at as "openedAt", m.due_on as "dueOn"
         from organization.registration r
         join kernel.matter m on m.cell_id = r.cell_id and m.id = r.matter_id
         join organization.unit u on u.id = r.unit_id
         where r.cell_id = $1 and r.matter_id = any($2::uuid[]) and r.registrar_unit_id = $3 and m.ended_at is null order by m.id`,
        [cell, some.map(({ matter }) => matter), registrar.id],
      )
      items.push(
        ...rows.map((row) => ({
          cell,
          ...row,
          openedAt: row.openedAt.toISOString(),
          overdue: row.dueOn !== null && row.dueOn < today,
        })),
      )
    }
    return { items: items.sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1)) }
  },
})
