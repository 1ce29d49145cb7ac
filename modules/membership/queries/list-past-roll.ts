import { query } from '@gongqiao/kernel/command/query.ts'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Day, Id } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import {
  findOpenUnit,
  openUnitsById,
  pathOnDay,
  rangeOfUnit,
  unitNameOf,
} from '@gongqiao/modules/organization/index.ts'
import { type Static, Type } from 'typebox'
import { PastRollPage, type PastRollRow } from '../contract.ts'

const pageSize = 50
const beforeAll = '00000000-0000-0000-0000-000000000000'

type Row = Omit<Static<typeof PastRollRow>, 'cell' | 'unit'> & { readonly unit: string }

/** The end of a civil day in Asia/Shanghai (T-CAL-07). */
const endOf = (day: string) => `(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`

// Of each membership the newest line that began by that day and was known by the other; a line that ended is over unless
// its end was written down later than that.
const findPast = hot(
  'membership.find_past',
  `select l.membership_id as membership, m.person_id as person, m.name, m.sex, m.identity_mask as "identityMask", l.status,
     l.unit_id as unit, m.status <> 'ended' and m.unit_id = l.unit_id as "stillHere"
   from (
     select distinct on (h.membership_id) h.membership_id, h.number, h.path, h.unit_id, h.status, h.valid_to
     from membership.membership_history h
     where h.cell_id = $1 and h.membership_id > $4 and h.valid_from < ${endOf('$5')} and h.recorded_at < ${endOf('$6')}
       and h.membership_id in (
         select p.membership_id from membership.membership_history p where p.cell_id = $1 and p.path >= $2 and p.path < $3
       )
     order by h.membership_id, h.number desc
   ) l
   join membership.membership m on m.cell_id = $1 and m.id = l.membership_id
   where l.status <> 'ended' and l.path >= $2 and l.path < $3 and (l.valid_to is null or l.valid_to >= ${endOf('$5')} or exists (
     select from membership.membership_history n
     where n.cell_id = $1 and n.membership_id = l.membership_id and n.number = l.number + 1 and n.recorded_at >= ${endOf('$6')}
   ))
   order by l.membership_id limit $7`,
)

/**
 * The roll of a union and all below it as of the end of a past day 截至某日的名册: who belonged there then and as what, as was
 * known that day or as corrected since. Names and masks are those of today.
 *
 * Refuses `membership.past_of_one_county` for a union above the counties: their rolls are asked county by county.
 */
export const listPastRoll = query({
  act: 'membership.list_roll',
  by: ['post'],
  input: Type.Object(
    { unit: Id, on: Day, known: Type.Optional(Type.Enum(['then', 'now'])), after: Type.Optional(Cursor) },
    { additionalProperties: false },
  ),
  output: PastRollPage,
  subjects: (page) =>
    [...Map.groupBy(page.items, (item) => item.cell)].map(([cell, items]) => ({
      cell,
      people: items.map((item) => item.person),
    })),
  beyond: { past: 'who belonged to the union on a past day may belong elsewhere in the county now' },
  async run({ tx, input, today, allow, reach }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const { cellLo, cellHi } = rangeOfUnit(unit)
    if (cellLo !== cellHi) throw new Refusal('membership.past_of_one_county')
    await reach('past', { cell: unit.cell_id, path: '' })
    const on = input.on < today ? input.on : today
    const range = rangeOfUnit({ ...unit, path: await pathOnDay(tx, unit, on) })
    const known = input.known ?? 'then'
    const rows = await tx.many<Row>(findPast, [
      ...[unit.cell_id, range.pathLo, range.pathHi, readAfter(input.after)],
      ...[on, known === 'then' ? on : today, pageSize + 1],
    ])
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: await withUnits(tx, unit.cell_id, shown),
      next: rows.length > pageSize && last ? last.membership : null,
      on,
      known,
    }
  },
})

async function withUnits(tx: Tx, cell: number, rows: readonly Row[]): Promise<Static<typeof PastRollRow>[]> {
  const units = await openUnitsById(
    tx,
    rows.map(({ unit }) => unit),
  )
  return rows.flatMap(({ unit, ...row }) => {
    const holder = units.get(unit)
    return holder ? [{ cell, ...row, unit: unitNameOf(holder) }] : []
  })
}

function readAfter(after: string | undefined): string {
  if (after === undefined) return beforeAll
  if (!isId(after))
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  return after
}
