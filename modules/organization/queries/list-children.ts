import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { UnitPage } from '../contract.ts'
import { asUnit, findOpenUnit, type OpenUnit } from '../open-unit.ts'
import { readCursor, writeCursor } from '../place-cursor.ts'

const pageSize = 100

/** The unions directly below one, in tree order, page by page. */
export const listChildren = query({
  act: 'organization.view_tree',
  by: ['post'],
  input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
  output: UnitPage,
  async run({ tx, input, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const after = readCursor(input.after)
    const rows = await tx.many<OpenUnit>(
      `select id, name, short_name, level, cell_id, path, parent_id, division_code, credit_code, children, state
       from organization.unit where parent_id = $1 and state <> 'closed' and (cell_id, path) > ($2, $3)
       order by parent_id, cell_id, path limit $4`,
      [unit.id, after.cell, after.path, pageSize + 1],
    )
    const items = rows.slice(0, pageSize)
    const last = items.at(-1)
    return { items: items.map(asUnit), next: rows.length > pageSize && last ? writeCursor(last) : null }
  },
})
