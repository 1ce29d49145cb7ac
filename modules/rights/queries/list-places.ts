import { query } from '@gongqiao/kernel/command/query.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import {
  findOpenUnit,
  type OpenUnit,
  readCursor,
  unitNameOf,
  writeCursor,
} from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { AskPlaces } from '../contract.ts'
import { placeLevels } from '../routing.ts'

const pageSize = 100

/**
 * Unions of places that anybody may ask, from the nation down, in tree order: what stands on every office door. Unions of
 * employers are not among them.
 */
export const listPlaces = query({
  act: 'rights.list_places',
  by: ['anyone'],
  input: Type.Object({ under: Type.Optional(Id), after: Type.Optional(Cursor) }, { additionalProperties: false }),
  output: AskPlaces,
  async run({ tx, input, allow }) {
    allow.everybody('which union is there for a place is public')
    const top = input.under === undefined ? await nation() : await findOpenUnit(tx, input.under)
    const levels: readonly string[] = placeLevels
    if (!top || !levels.includes(top.level)) return { above: [], items: [], next: null }
    const after = readCursor(input.after)
    const rows = await tx.many<OpenUnit & { more: boolean }>(
      `select u.id, u.name, u.short_name, u.level, u.cell_id, u.path,
         exists (select from organization.open_unit b where b.parent_id = u.id and b.level = any($4::text[]) and b.state = 'active') as more
       from organization.open_unit u
       where u.parent_id = $1 and u.level = any($4::text[]) and u.level <> 'industry' and u.state = 'active' and (u.cell_id, u.path) > ($2, $3)
       order by u.parent_id, u.cell_id, u.path limit $5`,
      [top.id, after.cell, after.path, levels, pageSize + 1],
    )
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    const above = [unitNameOf(top)]
    for (let id = top.parent_id; id !== null; ) {
      const upper: OpenUnit | undefined = await findOpenUnit(tx, id)
      if (upper) above.unshift(unitNameOf(upper))
      id = upper?.parent_id ?? null
    }
    return {
      above,
      items: shown.map((row) => ({ unit: unitNameOf(row), cell: row.cell_id, more: row.more })),
      next: rows.length > pageSize && last ? writeCursor(last) : null,
    }

    async function nation() {
      const row = await tx.maybe<{ id: string }>(
        "select id from organization.open_unit where level = 'nation' order by id limit 1",
      )
      return row && findOpenUnit(tx, row.id)
    }
  },
})
