import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { findOpenUnit } from '../../open-unit.ts'
import { FoundingView } from '../contract.ts'
import { foundingOfUnit } from '../record.ts'
import { foundingView } from '../view.ts'

/** The founding that a union came of. Refuses `kernel.absent`, `kernel.forbidden`. */
export const findUnitFounding = query({
  act: 'organization.run_founding',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: FoundingView,
  async run({ tx, input, actor, today, allow, within, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    await within({ cellLo: unit.cell_id, cellHi: unit.cell_id, pathLo: unit.path, pathHi: `${unit.path}~` })
    const row = await foundingOfUnit(tx, unit.cell_id, unit.id)
    if (!row) throw absent()
    return foundingView(tx, services, actor, row, today)
  },
})
