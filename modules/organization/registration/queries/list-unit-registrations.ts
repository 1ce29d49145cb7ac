import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { subtreeOf } from '@gongqiao/kernel/shared/place.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { asCertificate, type CertificateRow, certificateColumns, certificateUnits } from '../certificate.ts'
import { type RegistrationLine, UnitRegistrations } from '../contract.ts'

/** A union's certificates, the newest first, and its applications. Refuses `kernel.absent`, `kernel.forbidden`. */
export const listUnitRegistrations = query({
  act: 'organization.view_registration',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: UnitRegistrations,
  async run({ tx, input, today, allow, within, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    await within(subtreeOf({ cell: unit.cell_id, path: unit.path }))
    const rows = await tx.many<CertificateRow>(
      `select ${certificateColumns} from organization.certificate c ${certificateUnits}
       where c.cell_id = $1 and c.unit_id = $2 order by c.issue desc limit 50`,
      [unit.cell_id, unit.id],
    )
    const applications = await tx.many<Omit<RegistrationLine, 'openedAt' | 'overdue' | 'cell'> & { openedAt: Date }>(
      `select m.id as matter, $3::text as unit, r.wish, m.state, m.opened_at as "openedAt", m.due_on as "dueOn"
       from organization.registration r join kernel.matter m on m.cell_id = r.cell_id and m.id = r.matter_id
       where r.cell_id = $1 and r.unit_id = $2 order by r.matter_id desc limit 50`,
      [unit.cell_id, unit.id, unit.name],
    )
    const certificates = rows.map((row) => asCertificate(services, row, today))
    return {
      current: certificates.find(({ state }) => !['renewed', 'changed', 'cancelled'].includes(state)) ?? null,
      certificates,
      applications: {
        items: applications.map((row) => ({
          cell: unit.cell_id,
          ...row,
          openedAt: row.openedAt.toISOString(),
          overdue: row.dueOn !== null && row.dueOn < today,
        })),
      },
    }
  },
})
