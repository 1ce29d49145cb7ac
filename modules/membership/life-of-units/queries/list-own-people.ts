import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { type FoundRow, foundColumns, rollRowsOf } from '../../roll-row.ts'
import { OwnPeoplePage } from '../contract.ts'

const pageSize = 1_000

/**
 * Who belongs to a union itself, masked, a thousand at a time: from it an officer says who goes to which new union. Those of
 * the unions below go along with them and are not listed.
 *
 * @see ORG-29
 */
export const listOwnPeople = query({
  act: 'membership.list_roll',
  by: ['post'],
  input: Type.Object({ unit: Id, after: Type.Optional(Id) }, { additionalProperties: false }),
  output: OwnPeoplePage,
  subjects: ({ items }) =>
    [...Map.groupBy(items, ({ cell }) => cell)].map(([cell, some]) => ({
      cell,
      people: some.map(({ person }) => person),
    })),
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const cell = unit.cell_id
    allow({ cell, path: unit.path })
    const rows = await tx.many<FoundRow>(
      `select ${foundColumns} from membership.membership m
       where m.cell_id = $1 and m.path = $2 and m.unit_id = $3 and m.status <> 'ended' and m.id > $4 order by m.id limit $5`,
      [cell, unit.path, unit.id, input.after ?? '00000000-0000-0000-0000-000000000000', pageSize + 1],
    )
    const shown = rows.slice(0, pageSize)
    const items = await rollRowsOf(
      tx,
      shown.map((row) => ({ cell, row })),
      rangeOfUnit(unit),
      today,
    )
    return { items, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null }
  },
})
