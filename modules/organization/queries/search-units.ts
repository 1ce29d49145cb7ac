import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { UnitPage } from '../contract.ts'
import { asUnit, findOpenUnit, type OpenUnit, rangeOfUnit } from '../open-unit.ts'

/** Unions below one whose name or short name begins with a text. */
export const searchUnits = query({
  act: 'organization.view_tree',
  by: ['post'],
  input: Type.Object(
    { text: Type.String({ minLength: 1, maxLength: 60 }), under: Id },
    { additionalProperties: false },
  ),
  output: UnitPage,
  async run({ tx, input, allow }) {
    const top = await findOpenUnit(tx, input.under)
    if (!top) throw absent()
    allow({ cell: top.cell_id, path: top.path })
    const range = rangeOfUnit(top)
    const text = input.text.trim()
    const rows = await tx.many<OpenUnit>(
      `select id, name, short_name, level, cell_id, path, parent_id, division_code, credit_code, children, state from (
         select * from organization.unit where name collate "C" like $1
         union
         select * from organization.unit where short_name collate "C" like $1
       ) as found
       where state <> 'closed' and cell_id between $2 and $3 and path >= $4 and path < $5
       order by cell_id, path limit 20`,
      [`${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`, range.cellLo, range.cellHi, range.pathLo, range.pathHi],
    )
    return { items: rows.map(asUnit), next: null }
  },
})
