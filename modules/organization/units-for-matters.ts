import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { MatterParts } from '@gongqiao/kernel/matter/parts.ts'
import type { MatterUnit } from '@gongqiao/kernel/matter/unit.ts'
import { findOpenUnit, type OpenUnit, openUnitColumns, openUnitsById, rangeOfUnit } from './open-unit.ts'

function asMatterUnit(unit: OpenUnit): MatterUnit {
  return {
    id: unit.id,
    name: unit.name,
    shortName: unit.short_name,
    level: unit.level,
    place: { cell: unit.cell_id, path: unit.path },
    range: rangeOfUnit(unit),
    parent: unit.parent_id,
    desk: unit.desk_post_id,
    open: unit.state === 'active',
  }
}

/** A chain is as long as the tree is high; a loop would be a mistake that a check finds elsewhere. */
const highest = 20

async function chainOf(tx: Tx, id: string): Promise<MatterUnit[]> {
  const chain: MatterUnit[] = []
  for (let next: string | null = id; next !== null && chain.length < highest; ) {
    const unit: OpenUnit | undefined = await findOpenUnit(tx, next)
    if (!unit) break
    chain.push(asMatterUnit(unit))
    next = unit.parent_id
  }
  return chain
}

/** The unions, as the matters of every module know them. */
export const matterUnits: MatterParts['units'] = {
  async byId(tx, ids) {
    const units = await openUnitsById(tx, ids)
    return new Map([...units].map(([id, unit]) => [id, asMatterUnit(unit)]))
  },
  above: chainOf,
  async at(tx, { cell, path }) {
    const row = await tx.maybe<OpenUnit>(
      `select ${openUnitColumns} from organization.open_unit u where u.cell_id = $1 and u.path = $2`,
      [cell, path],
    )
    return row && asMatterUnit(row)
  },
}
