import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { UnitLevel } from '../contract.ts'
import type { Certificate } from './contract.ts'

type Row = {
  readonly cell: number
  readonly id: string
  readonly path: string
  readonly unit: string
  readonly unitName: string
  readonly unitShort: string
  readonly level: UnitLevel
  readonly registrar: string
  readonly number: string
  readonly creditCode: string
  readonly name: string
  readonly address: string
  readonly representative: string
  readonly scope: string
  readonly firstOn: string
  readonly issuedOn: string
  readonly validFrom: string
  readonly validTo: string
  readonly issue: number
  readonly endedBecause: 'renewed' | 'changed' | 'cancelled' | null
}

/** What a statement over `organization.certificate c` selects. */
export const certificateColumns = `c.cell_id as cell, c.id, c.path, c.unit_id as unit, u.name as "unitName", u.short_name as "unitShort", u.level,
  r.name as registrar, c.number, c.credit_code as "creditCode", c.name, c.address, c.representative, c.scope,
  c.first_on as "firstOn", c.issued_on as "issuedOn", c.valid_from as "validFrom", c.valid_to as "validTo", c.issue,
  c.ended_because as "endedBecause"`
/** The unions that a certificate names. */
export const certificateUnits = `join organization.unit u on u.id = c.unit_id join organization.unit r on r.id = c.registrar_unit_id`

export type CertificateRow = Row

/** From this day on, in the place it was issued in, the renewal of a certificate may be applied for. @see ORG-36 */
export function renewalFrom(services: Services, cell: number, validTo: string): string {
  return services.deadlines.due('ORG-36', validTo, { cell }).on
}

/** A certificate as answers carry it. */
export function asCertificate(services: Services, row: Row, today: string): Certificate {
  const { path: _path, unit, unitName, unitShort, level, endedBecause, ...shown } = row
  const from = renewalFrom(services, row.cell, row.validTo)
  const state = endedBecause ?? (today > row.validTo ? 'expired' : today >= from ? 'renewable' : 'valid')
  return {
    ...shown,
    unit: { id: unit, name: unitName, shortName: unitShort, level },
    state,
    renewalFrom: from,
    differs: endedBecause === null && row.name !== unitName,
  }
}

/** The certificate that a union has now, in the open scope. */
export function currentCertificate(tx: Tx, cell: number, unit: string): Promise<Row | undefined> {
  return tx.maybe<Row>(
    `select ${certificateColumns} from organization.certificate c ${certificateUnits}
     where c.cell_id = $1 and c.unit_id = $2 and c.ended_on is null`,
    [cell, unit],
  )
}

/** One certificate by its id, in the open scope. */
export function findCertificateRow(tx: Tx, cell: number, id: string): Promise<Row | undefined> {
  return tx.maybe<Row>(
    `select ${certificateColumns} from organization.certificate c ${certificateUnits} where c.cell_id = $1 and c.id = $2`,
    [cell, id],
  )
}
