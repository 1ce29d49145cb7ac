import type { ImportParts } from '@gongqiao/kernel/imports/parts.ts'
import { employerListImport, heldByUnit, rosterImport } from '@gongqiao/modules/membership/index.ts'
import {
  employersImport,
  findActingPost,
  findOpenUnit,
  officersImport,
  rangeOfUnit,
  unitsImport,
} from '@gongqiao/modules/organization/index.ts'

/** Every kind of sheet that may be imported, and who knows units and posts. */
export const importParts: ImportParts = {
  kinds: [
    unitsImport(async (tx, cell) => new Set((await heldByUnit(tx, cell)).map(({ unit }) => unit))),
    officersImport,
    employersImport,
    rosterImport,
    employerListImport,
  ],
  async findUnit(tx, id) {
    const unit = await findOpenUnit(tx, id)
    if (!unit) return undefined
    const place = { cell: unit.cell_id, path: unit.path }
    return { id: unit.id, name: unit.name, place, range: rangeOfUnit(unit) }
  },
  findPost: findActingPost,
}
