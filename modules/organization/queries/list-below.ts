import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { UnitPage } from '../contract.ts'
import { asUnit, findOpenUnit, type OpenUnit, rangeOfUnit } from '../open-unit.ts'
import { readCursor, writeCursor } from '../place-cursor.ts'

/** All unions below one, however deep, in tree order; under the act they are asked for, in pages of as many rows. */
export function unitsBelowQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
    output: UnitPage,
    async run({ tx, input, allow }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const range = rangeOfUnit(unit)
      const after = readCursor(input.after)
      const rows = await tx.many<OpenUnit>(
        `select id, name, short_name, level, cell_id, path, parent_id, division_code, credit_code, children, state
         from organization.unit
         where cell_id between $1 and $2 and path >= $3 and path < $4 and (cell_id, path) > ($5, $6) and state <> 'closed' and id <> $7
         order by cell_id, path limit $8`,
        [range.cellLo, range.cellHi, range.pathLo, range.pathHi, after.cell, after.path, unit.id, pageSize + 1],
      )
      const items = rows.slice(0, pageSize)
      const last = items.at(-1)
      return { items: items.map(asUnit), next: rows.length > pageSize && last ? writeCursor(last) : null }
    },
  })
}
