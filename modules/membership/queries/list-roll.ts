import { query } from '@gongqiao/kernel/command/query.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { MembershipStatus, RollPage } from '../contract.ts'
import { cellsAPage, cellsToWalk } from '../national-scans.ts'
import { beforeAll, type RollCursor, readRollCursor, writeRollCursor } from '../roll-cursor.ts'
import { type FoundRow, foundColumns, rollRowsOf, type Standing, standings } from '../roll-row.ts'

const smallScope = 5_000

type Row = FoundRow & { readonly by: string }

/** How each order sorts inside one cell; the place is the index's own order. */
const orders = {
  place: { by: `''`, order: 'm.path, m.id', after: '(m.path, m.id) > ($4, $5) and $6::text is not null' },
  name: {
    by: 'm.name',
    order: 'm.name collate "C", m.id',
    after: '(m.name collate "C", m.id) > ($6, $5) and $4::text is not null',
  },
  joined: {
    by: 'm.applied_at::text',
    order: 'm.applied_at, m.id',
    after: `(m.applied_at, m.id) > (case when $6 = '' then '-infinity' else $6::timestamptz end, $5) and $4::text is not null`,
  },
} as const
type Order = keyof typeof orders

async function pageOfCell(
  tx: Tx,
  cell: number,
  range: PlaceRange,
  order: Order,
  after: RollCursor,
  status: string | null,
  stand: Standing,
  limit: number,
): Promise<Row[]> {
  const { by, order: sorted, after: later } = orders[order]
  return tx.many<Row>(
    `select ${foundColumns}, ${by} as by
     from membership.membership m
     where m.cell_id = $1 and m.path >= $2 and m.path < $3 and m.status <> 'ended' and ($7::text is null or m.status = $7)
       and ${standings[stand]} and ${later}
     order by ${sorted} limit $8`,
    [cell, range.pathLo, range.pathHi, after.path, after.id, after.by, status, limit],
  )
}

/**
 * The roll 会员名册 of a union and all below it: masked, with age instead of birth date, by key pages. By place
 * everywhere; by name or date only where the scope holds at most 5,000 people.
 */
export const listRoll = rollQuery('membership.list_roll', 50)

/** The roll under the act it is asked for, in pages of as many rows. */
export function rollQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object(
      {
        unit: Id,
        after: Type.Optional(Cursor),
        order: Type.Optional(Type.Enum(['place', 'name', 'joined'])),
        status: Type.Optional(MembershipStatus),
        stand: Type.Optional(Type.Enum(['unclaimed', 'unaffirmed'])),
      },
      { additionalProperties: false },
    ),
    output: RollPage,
    subjects: (page) =>
      [...Map.groupBy(page.items, (item) => item.cell)].map(([cell, items]) => ({
        cell,
        people: items.map((item) => item.person),
      })),
    async run({ tx, input, today, allow, within }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      const place = { cell: unit.cell_id, path: unit.path }
      allow(place)
      const range = rangeOfUnit(unit)
      await within(range)
      const wanted = input.order ?? 'place'
      const orderRefused = wanted !== 'place' && (await isLarge(tx, range))
      const order = orderRefused ? 'place' : wanted
      const after = readRollCursor(input.after)

      const rows: { cell: number; row: Row }[] = []
      const cells = await cellsToWalk(tx, range, Math.max(after.cell, range.cellLo))
      for (const cell of cells) {
        const from =
          cell === after.cell ? after : { ...after, path: '', id: '00000000-0000-0000-0000-000000000000', by: '' }
        const limit = pageSize + 1 - rows.length
        const stand = input.stand ?? 'any'
        const found = await pageOfCell(tx, cell, range, order, from, input.status ?? null, stand, limit)
        rows.push(...found.map((row) => ({ cell, row })))
        if (rows.length > pageSize) break
      }
      const shown = rows.slice(0, pageSize)
      const last = shown.at(-1)
      return {
        items: await rollRowsOf(tx, shown, range, today),
        next: rows.length > pageSize && last ? cursorAfter(last) : cursorBehind(cells),
        order,
        orderRefused,
      }
    },
  })
}

/** Whether a scope holds more people than may be sorted by name or date: many cells always do. Counts no further than needed. */
async function isLarge(tx: Tx, range: PlaceRange): Promise<boolean> {
  if (range.cellLo !== range.cellHi) return true
  const { people } = await tx.one<{ people: number }>(
    `select count(*) as people from (
       select from membership.membership where cell_id = $1 and path >= $2 and path < $3 and status <> 'ended' limit $4
     ) as counted`,
    [range.cellLo, range.pathLo, range.pathHi, smallScope + 1],
  )
  return people > smallScope
}

function cursorAfter({ cell, row }: { readonly cell: number; readonly row: Row }): string {
  return writeRollCursor({ cell, path: row.path, id: row.id, by: row.by })
}

/** Where the walk goes on when a page has looked into as many cells as one does, and is not full. */
function cursorBehind(cells: readonly number[]): string | null {
  const last = cells.at(-1)
  return last !== undefined && cells.length === cellsAPage ? writeRollCursor({ ...beforeAll, cell: last + 1 }) : null
}
