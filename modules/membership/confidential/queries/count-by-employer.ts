import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { hideSmallCells } from '@gongqiao/kernel/shared/small-cells.ts'
import { findOpenUnit, openUnitsById, rangeOfUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { keptByMovers } from '../carry.ts'
import { EmployerFigures } from '../contract.ts'

/** Counts below it are not shown. @see rulebook G-03, `privacy.smallCell.min` */
const smallCellMin = 10
const unionsAtMost = 500

/**
 * How many people each employer's union of an area has 各单位会员数, those it does not know of among them: counts below ten
 * are hidden, with as many others as it takes that no hidden one can be worked out. In the order of the tree, never by size.
 *
 * Refuses `kernel.absent`, `membership.employers_by_county` above a county, and for an employer's own union.
 *
 * @see rulebook G-03, section 8.3; design section 2.3
 */
export const countByEmployer = query({
  act: 'membership.count_by_employer',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: EmployerFigures,
  async run({ tx, input, allow, within, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const range = rangeOfUnit(unit)
    if (range.cellLo !== range.cellHi || unit.level === 'grassroots')
      throw new Refusal('membership.employers_by_county')
    await within(range)
    const cell = unit.cell_id
    const rows = await tx.many<{ id: string; people: number }>(
      `select u.id, (select count(*) from membership.membership m where m.cell_id = $1 and m.unit_id = u.id
         and m.path = u.path and m.status in ('listed', 'active', 'retained'))::int as people
       from organization.unit u where u.cell_id = $1 and u.path >= $2 and u.path < $3 and u.level = 'grassroots' and u.state <> 'closed'
       order by u.path limit $4`,
      [cell, range.pathLo, range.pathHi, unionsAtMost + 1],
    )
    const shown = rows.slice(0, unionsAtMost)
    const hidden = await tx.many<{ id: string }>(
      `select c.membership_id as id from membership.confidence c
       join membership.membership m on m.cell_id = c.cell_id and m.id = c.membership_id and m.status in ('active', 'retained')
       where c.cell_id = $1 and c.path >= $2 and c.path < $3 and c.ended_at is null order by c.membership_id`,
      [cell, range.pathLo, range.pathHi],
    )
    const kept = await keptByMovers(
      { tx, services },
      cell,
      hidden.map(({ id }) => id),
    )
    const unknown = Map.groupBy(kept.values(), (employer) => employer)
    const counts = shown.map(({ id, people }) => people + (unknown.get(id)?.length ?? 0))
    const { cells, total } = counts.length === 0 ? { cells: [], total: 0 } : hideSmallCells(counts, smallCellMin)
    const units = await openUnitsById(
      tx,
      shown.map(({ id }) => id),
    )
    return {
      items: shown.flatMap(({ id }, index) => {
        const union = units.get(id)
        const figure = cells[index]
        const people = typeof figure === 'number' ? figure : null
        return union ? [{ unit: unitNameOf(union), people, small: figure === 'small' }] : []
      }),
      total: total === 'hidden' ? null : total,
      more: rows.length > unionsAtMost,
    }
  },
})
