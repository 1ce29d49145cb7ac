import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { asOfFields, endOf, lineKnown, readAsOf } from '../../as-of.ts'
import { pathOnDay } from '../../next-place.ts'
import { findOpenUnit, rangeOfUnit } from '../../open-unit.ts'
import { asCertificate, type CertificateRow, certificateColumns } from '../certificate.ts'
import { PastCertificatePage } from '../contract.ts'
import { cellsWithCertificates } from '../national-scans.ts'
import { firstCertificate, readAfterCertificate } from './list-certificates.ts'

const pageSize = 50
const dayBegins = (day: string) => `${day}::timestamp at time zone 'Asia/Shanghai'`

// A union's name and place are those of that day: what it was called decides whether its certificate was to be changed.
const pastCertificates = `select ${certificateColumns}
  from organization.certificate c
  join lateral (
    select o.id, coalesce(h.name, o.name) as name, coalesce(h.short_name, o.short_name) as short_name, coalesce(h.level, o.level) as level,
      coalesce(f.path, o.path) as path
    from organization.unit o
    left join lateral (select h.name, h.short_name, h.level from organization.unit_history h
      where h.unit_id = o.id and ${lineKnown('h', '$7', '$8')} order by h.recorded_at desc, h.valid_from desc limit 1) h on true
    left join lateral (select f.path from organization.former_place f
      where f.unit_id = o.id and f.until >= ${endOf('$7')} order by f.until limit 1) f on true
    where o.id = c.unit_id
  ) u on true
  join organization.unit r on r.id = c.registrar_unit_id
  where c.cell_id = $1 and u.path >= $2 and u.path < $3 and (c.valid_to, c.id) > ($4, $5)
    and c.issued_on <= $7::date and coalesce(c.recorded_at, ${dayBegins('c.issued_on')}) < ${endOf('$8')}
    and (c.ended_on is null or c.ended_on > $7::date
      or coalesce(c.end_recorded_at, ${dayBegins('c.ended_on')}) >= ${endOf('$8')})
  order by c.valid_to, c.id limit $6`

/**
 * The certificates that a union and all below it had at the end of a past day 截至某日的法人资格证书, by the day they end: as was
 * known that day, or as corrected since. Whether one was valid, and whether its union was called otherwise, is of that day.
 * A day ahead is today.
 *
 * @see ORG-36, ORG-37
 */
export const listPastCertificates = query({
  act: 'organization.view_registration',
  by: ['post'],
  input: Type.Object({ unit: Id, ...asOfFields, after: Type.Optional(Cursor) }, { additionalProperties: false }),
  output: PastCertificatePage,
  beyond: { past: 'a union that stood below on a past day may stand elsewhere in the county now' },
  async run({ tx, input, today, allow, within, reach, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { on, known, knownOn } = readAsOf(input, today)
    const after = readAfterCertificate(input.after)
    const range = rangeOfUnit({ ...unit, path: await pathOnDay(tx, unit, on) })
    if (range.cellLo === range.cellHi) await reach('past', { cell: unit.cell_id, path: '' })
    else await within(range)
    const found: CertificateRow[] = []
    for (const cell of await cellsWithCertificates(tx, range, Math.max(after.cell, range.cellLo))) {
      const from = cell === after.cell ? after : firstCertificate
      found.push(
        ...(await tx.many<CertificateRow>(pastCertificates, [
          ...[cell, range.pathLo, range.pathHi, from.to, from.id, pageSize + 1 - found.length],
          ...[on, knownOn],
        ])),
      )
      if (found.length > pageSize) break
    }
    const shown = found.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: shown.map((row) => asCertificate(services, { ...row, endedBecause: null }, on)),
      next: found.length > pageSize && last ? `${last.cell}_${last.validTo}_${last.id}` : null,
      on,
      known,
    }
  },
})
