import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { asOfFields, readAsOf } from '../../as-of.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { employerKindOf } from '../employer-kind.ts'
import { employersOnDay } from '../past-rows.ts'
import { PastEmployerPage } from '../shapes.ts'

const pageSize = 50

/**
 * The employers that stood at a union's place and below at the end of a past day 截至某日的用人单位, with the union that covered
 * each: as was known that day, or as corrected since. Unions have the names of today. A day ahead is today.
 *
 * @see ORG-10, ORG-11
 */
export const listPastEmployers = query({
  act: 'organization.view_coverage',
  by: ['post'],
  input: Type.Object(
    {
      unit: Id,
      ...asOfFields,
      only: Type.Optional(Type.Enum(['covered', 'uncovered', 'social'])),
      after: Type.Optional(Cursor),
    },
    { additionalProperties: false },
  ),
  output: PastEmployerPage,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    if (input.after !== undefined && !isId(input.after))
      throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
    const asOf = readAsOf(input, today)
    const rows = await employersOnDay(tx, unit, asOf, {
      only: input.only ?? '',
      after: input.after,
      limit: pageSize + 1,
    })
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: shown.map(({ union, unionName, ...row }) => ({
        ...row,
        kind: employerKindOf(row.creditCode),
        union: union !== null && unionName !== null ? { id: union, name: unionName } : null,
      })),
      next: rows.length > pageSize && last ? last.id : null,
      on: asOf.on,
      known: asOf.known,
    }
  },
})
