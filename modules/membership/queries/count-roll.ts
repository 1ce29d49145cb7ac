import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Count, nullable } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { peopleQuery } from './search-people.ts'

/** How many rows the roll of a union has, within one cell; null where it spans several or is narrowed further. */
export function countRollQuery(act: string) {
  return query({
    act,
    by: ['post'],
    input: peopleQuery(act, 1).input,
    output: Type.Object({ total: nullable(Count) }),
    async run({ tx, input, allow, within }) {
      const { unit: id, status, ...narrower } = input
      const unit = await findOpenUnit(tx, id)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const range = rangeOfUnit(unit)
      const { order: _, ...filters } = narrower
      if (range.cellLo !== range.cellHi || Object.values(filters).some((value) => value !== undefined)) {
        return { total: null }
      }
      await within(range)
      const { total } = await tx.one<{ total: number }>(
        `select count(*)::int as total from membership.membership m
         where m.cell_id = $1 and m.path >= $2 and m.path < $3 and m.status <> 'ended' and ($4::text is null or m.status = $4)`,
        [range.cellLo, range.pathLo, range.pathHi, status ?? null],
      )
      return { total }
    },
  })
}
