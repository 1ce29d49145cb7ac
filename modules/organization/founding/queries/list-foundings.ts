import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Cursor, Id } from '@gongqiao/kernel/shapes.ts'
import { isId } from '@gongqiao/kernel/shared/ids.ts'
import { Type } from 'typebox'
import { findOpenUnit, rangeOfUnit } from '../../open-unit.ts'
import { FoundingPage } from '../contract.ts'
import { cellsWithFoundings } from '../national-scans.ts'

/** The foundings below a union, open ones or all, newest first in each cell; a page of 50. */
export const listFoundings = foundingsQuery('organization.run_founding', 50)

type Row = {
  readonly matter: string
  readonly name: string
  readonly form: FoundingPage['items'][number]['form']
  readonly state: string
  readonly upper: string
  readonly asks: number
  readonly employees: number
  readonly employers: number
  readonly opened_at: Date
  readonly due_on: string | null
}

const beforeAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

function readAfter(text: string | undefined): { readonly cell: number; readonly id: string } {
  if (text === undefined) return { cell: -1, id: beforeAll }
  const [cell = '', id = ''] = text.split('_')
  if (!/^\d{1,6}$/.test(cell) || !isId(id))
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/after', code: 'kernel.field_form' }] })
  return { cell: Number(cell), id }
}

/** The list under the act it is asked for, in pages of as many rows. */
export function foundingsQuery(act: string, pageSize: number) {
  return query({
    act,
    by: ['post'],
    input: Type.Object(
      { unit: Id, show: Type.Optional(Type.Enum(['open', 'all'])), after: Type.Optional(Cursor) },
      { additionalProperties: false },
    ),
    output: FoundingPage,
    async run({ tx, input, today, allow, within }) {
      const unit = await findOpenUnit(tx, input.unit)
      if (!unit) throw absent()
      allow({ cell: unit.cell_id, path: unit.path })
      const range = rangeOfUnit(unit)
      const after = readAfter(input.after)
      await within(range)
      const items: FoundingPage['items'] = []
      for (const cell of await cellsWithFoundings(tx, range, Math.max(after.cell, range.cellLo))) {
        const rows = await tx.many<Row>(
          `select f.matter_id as matter, f.name, f.form, m.state, u.name as upper, f.asks, m.opened_at, m.due_on,
             (select coalesce(sum(e.employees), 0)::int from organization.founding_employer e where e.cell_id = $1 and e.matter_id = f.matter_id) as employees,
             (select count(*)::int from organization.founding_employer e where e.cell_id = $1 and e.matter_id = f.matter_id) as employers
           from organization.founding f
           join kernel.matter m on m.cell_id = f.cell_id and m.id = f.matter_id
           join organization.unit u on u.id = f.host_unit_id
           where f.cell_id = $1 and f.path >= $2 and f.path < $3 and f.matter_id < $4 and ($5 or m.ended_at is null)
           order by f.matter_id desc limit $6`,
          [
            cell,
            range.pathLo,
            range.pathHi,
            cell === after.cell ? after.id : beforeAll,
            input.show === 'all',
            pageSize + 1 - items.length,
          ],
        )
        items.push(
          ...rows.map(({ opened_at, due_on, ...row }) => ({
            cell,
            ...row,
            openedAt: opened_at.toISOString(),
            dueOn: due_on,
            overdue: due_on !== null && due_on < today,
          })),
        )
        if (items.length > pageSize) break
      }
      const shown = items.slice(0, pageSize)
      const last = shown.at(-1)
      return { items: shown, next: items.length > pageSize && last ? `${last.cell}_${last.matter}` : null }
    },
  })
}
