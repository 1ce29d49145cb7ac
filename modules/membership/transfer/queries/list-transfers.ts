import { query } from '@gongqiao/kernel/command/query.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import type { PlaceRange } from '@gongqiao/kernel/shared/place.ts'
import { findOpenUnit, openUnitsById, rangeOfUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { cellsToWalk } from '../../national-scans.ts'
import { type TransferLine, TransferPage } from '../contract.ts'
import { readAfter, startIn, writeAfter } from '../list-cursor.ts'

type Row = {
  readonly cell: number
  readonly matter: string
  readonly person: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly state: string
  readonly askedAt: Date
  readonly dueOn: string | null
  readonly endedAt: Date | null
}

/** The two lists, each from its own side: who leaves, and who comes. */
const lists = {
  out: `select t.cell_id as cell, t.matter_id as matter, t.person_id as person, m.title as name, t.from_unit_id as "from",
      t.to_unit_id as "to", m.state, t.asked_at as "askedAt", m.due_on as "dueOn", t.ended_at as "endedAt"
    from membership.transfer t join kernel.matter m on m.cell_id = t.cell_id and m.id = t.matter_id
    where t.cell_id = $1 and t.path >= $2 and t.path < $3 and t.matter_id < $4 and (not $5 or t.ended_at is null)
      and m.moved_to_cell is null
    order by t.matter_id desc limit $6`,
  in: `select t.cell_id as cell, t.matter_id as matter, t.person_id as person, t.name, t.from_unit_id as "from",
      m.host_unit_id as "to", m.state, t.asked_at as "askedAt", m.due_on as "dueOn", t.ended_at as "endedAt"
    from membership.incoming t join kernel.matter m on m.cell_id = t.cell_id and m.id = t.matter_id
    where t.cell_id = $1 and t.path >= $2 and t.path < $3 and t.matter_id < $4 and (not $5 or t.ended_at is null)
      and m.moved_to_cell is null
    order by t.matter_id desc limit $6`,
} as const

async function openIn(tx: Tx, way: keyof typeof lists, cell: number, range: PlaceRange): Promise<number> {
  const table = way === 'out' ? 'membership.transfer' : 'membership.incoming'
  const { open } = await tx.one<{ open: number }>(
    `select count(*) as open from ${table} t where t.cell_id = $1 and t.path >= $2 and t.path < $3 and t.ended_at is null`,
    [cell, range.pathLo, range.pathHi],
  )
  return open
}

/**
 * The transfers of a union and those below it, who leaves or who comes 转出、转入, newest first in each cell; and those under way only
 * where `show` asks for the open ones. How many are under way is said beside.
 *
 * Refuses `kernel.absent`.
 */
export const listTransfers = transfersQuery('membership.list_transfers', 50)

/** The list under the act it is asked for, in pages of as many rows. */
export function transfersQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object(
      {
        unit: Id,
        way: Type.Optional(Type.Enum(['out', 'in'])),
        show: Type.Optional(Type.Enum(['open', 'all'])),
        after: Type.Optional(Cursor),
      },
      { additionalProperties: false },
    ),
    output: TransferPage,
    subjects: (page) =>
      [...Map.groupBy(page.items, (item) => item.cell)].map(([cell, items]) => ({
        cell,
        people: items.map((item) => item.person),
      })),
    async run({ tx, input, allow, within }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const range = rangeOfUnit(unit)
      const way = input.way ?? 'out'
      const after = readAfter(input.after)
      const found: Row[] = []
      let open = 0
      for (const cell of await cellsToWalk(tx, range, range.cellLo)) {
        await within({ ...range, cellLo: cell, cellHi: cell })
        open += await openIn(tx, way, cell, range)
        if (cell < after.cell || found.length > pageSize) continue
        const values = [cell, range.pathLo, range.pathHi, startIn(cell, after), input.show === 'open']
        found.push(...(await tx.many<Row>(lists[way], [...values, pageSize + 1 - found.length])))
      }
      const shown = found.slice(0, pageSize)
      const units = await openUnitsById(
        tx,
        shown.flatMap(({ from, to }) => [from, to]),
      )
      const last = shown.at(-1)
      return {
        items: shown.flatMap(({ from: left, to: reached, askedAt, endedAt, dueOn, ...row }): TransferLine[] => {
          const [from, to] = [units.get(left), units.get(reached)]
          if (!from || !to) return []
          const times = { askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
          return [{ ...row, from: unitNameOf(from), to: unitNameOf(to), ...times, dueOn: endedAt ? null : dueOn }]
        }),
        next: found.length > pageSize && last ? writeAfter({ cell: last.cell, id: last.matter }) : null,
        open,
      }
    },
  })
}
