import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { asUnit, findOpenUnit, readCursor, writeCursor } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { Figures } from '../contract.ts'
import { countsOf } from '../counts.ts'
import { countedChildren } from '../national-scans.ts'

/**
 * Live figures of a union with the unions directly below it, in tree order: on the roll, provisional, claimed and affirmed
 * apart, as of when.
 * Units are never ordered by size.
 */
export const findFigures = figuresQuery('insight.view_figures', 100)

/** The figures under the act they are asked for, with as many unions a page. */
export function figuresQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object({ unit: Id, after: Type.Optional(Cursor) }, { additionalProperties: false }),
    output: Figures,
    async run({ tx, input, now, allow }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const counts = await countsOf(tx, unit.cell_id, unit.id)
      const rows = await countedChildren(tx, unit.id, readCursor(input.after), pageSize + 1)
      const shown = rows.slice(0, pageSize)
      const last = shown.at(-1)
      return {
        unit: asUnit(unit),
        ...counts,
        children: shown.map(({ onRoll, provisional, claimed, affirmed, ...row }) => ({
          unit: asUnit(row),
          onRoll,
          provisional,
          claimed,
          affirmed,
        })),
        next: rows.length > pageSize && last ? writeCursor(last) : null,
        asOf: now.toISOString(),
      }
    },
  })
}
