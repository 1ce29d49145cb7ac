import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { asUnit, findOpenUnit, readCursor, writeCursor } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { PastFigures } from '../contract.ts'
import { pastChildren } from '../national-scans.ts'
import { pastCountsOf } from '../past-counts.ts'

const pageSize = 100

/**
 * The figures of a union as of the end of a past day 截至某日, with the unions that stood below it then: as they were known
 * that day, or as corrected since. A day ahead is today.
 */
export const findPastFigures = query({
  act: 'insight.view_figures',
  by: ['post'],
  input: Type.Object(
    { unit: Id, on: Day, known: Type.Optional(Type.Enum(['then', 'now'])), after: Type.Optional(Cursor) },
    { additionalProperties: false },
  ),
  output: PastFigures,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const on = input.on < today ? input.on : today
    const known = input.known ?? 'then'
    const asOf = { on, knownOn: known === 'then' ? on : today }
    const counts = await pastCountsOf(tx, unit.cell_id, unit.id, asOf)
    const rows = await pastChildren(tx, unit.id, asOf, readCursor(input.after), pageSize + 1)
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
      on,
      known,
    }
  },
})
