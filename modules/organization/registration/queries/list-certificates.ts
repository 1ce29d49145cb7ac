import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { findOpenUnit, rangeOfUnit } from '../../open-unit.ts'
import { asCertificate, type CertificateRow, certificateColumns, certificateUnits } from '../certificate.ts'
import { CertificatePage } from '../contract.ts'
import { cellsWithCertificates } from '../national-scans.ts'

/** The certificates of a union and all below it, by the day they end; a page of 50. */
export const listCertificates = certificatesQuery('organization.view_registration', 50)

type After = { readonly cell: number; readonly to: string; readonly id: string }
/** Before all certificates. */
export const firstCertificate: After = { cell: -1, to: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }

/** Where a page of certificates goes on. Refuses what is no such place. */
export function readAfterCertificate(text: string | undefined): After {
  if (text === undefined) return firstCertificate
  const [cell = '', to = '', id = ''] = text.split('_')
  if (!/^\d{1,6}$/.test(cell) || !/^\d{4}-\d\d-\d\d$/.test(to) || !isId(id))
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  return { cell: Number(cell), to, id }
}

/** The list under the act it is asked for, in pages of as many rows. */
export function certificatesQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
    output: CertificatePage,
    async run({ tx, input, today, allow, within, services }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const range = rangeOfUnit(unit)
      const after = readAfterCertificate(input.after)
      await within(range)
      const found: CertificateRow[] = []
      for (const cell of await cellsWithCertificates(tx, range, Math.max(after.cell, range.cellLo))) {
        const from = cell === after.cell ? after : firstCertificate
        found.push(
          ...(await tx.many<CertificateRow>(
            `select ${certificateColumns} from organization.certificate c ${certificateUnits}
             where c.cell_id = $1 and c.ended_on is null and c.path >= $2 and c.path < $3 and (c.valid_to, c.id) > ($4, $5)
             order by c.valid_to, c.id limit $6`,
            [cell, range.pathLo, range.pathHi, from.to, from.id, pageSize + 1 - found.length],
          )),
        )
        if (found.length > pageSize) break
      }
      const shown = found.slice(0, pageSize)
      const last = shown.at(-1)
      return {
        items: shown.map((row) => asCertificate(services, row, today)),
        next: found.length > pageSize && last ? `${last.cell}_${last.validTo}_${last.id}` : null,
      }
    },
  })
}
