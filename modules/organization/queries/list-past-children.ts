import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { type Static, Type } from 'typebox'
import { asOfFields, lineKnown, linkHeldOn, readAsOf } from '../as-of.ts'
import { type PastUnit, PastUnitPage } from '../contract.ts'
import { findOpenUnit } from '../open-unit.ts'
import { readCursor, writeCursor } from '../place-cursor.ts'

const pageSize = 100

type Row = Static<typeof PastUnit> & { readonly cell_id: number; readonly path: string }

/**
 * The unions that stood directly below one at the end of a past day 截至某日的下级工会, under the names they had: as was known that
 * day, or as corrected since. A day ahead is today.
 *
 * @see ORG-01
 */
export const listPastChildren = query({
  act: 'organization.view_tree',
  by: ['post'],
  input: Type.Object({ unit: Id, ...asOfFields, after: Type.Optional(Cursor) }, { additionalProperties: false }),
  output: PastUnitPage,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { on, known, knownOn } = readAsOf(input, today)
    const after = readCursor(input.after)
    const rows = await tx.many<Row>(
      `select u.id, coalesce(h.name, u.name) as name, coalesce(h.short_name, u.short_name) as "shortName",
         coalesce(h.level, u.level) as level, coalesce(h.state, u.state) as state,
         u.parent_id = $1 and u.state <> 'closed' as "stillHere", u.cell_id, u.path
       from organization.parent_link l join organization.unit u on u.id = l.unit_id
       left join lateral (
         select h.name, h.short_name, h.level, h.state from organization.unit_history h
         where h.unit_id = u.id and ${lineKnown('h', '$2', '$3')} order by h.recorded_at desc, h.valid_from desc limit 1
       ) h on true
       where l.parent_id = $1 and l.kind = 'LEADING' and ${linkHeldOn('l', '$2', '$3')}
         and coalesce(h.state, u.state) <> 'closed' and (u.cell_id, u.path) > ($4, $5)
       order by u.cell_id, u.path limit $6`,
      [unit.id, on, knownOn, after.cell, after.path, pageSize + 1],
    )
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: shown.map(({ cell_id: _cell, path: _path, ...row }) => row),
      next: rows.length > pageSize && last ? writeCursor(last) : null,
      on,
      known,
    }
  },
})
