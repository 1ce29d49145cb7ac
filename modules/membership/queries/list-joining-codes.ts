import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { JoiningCodeList } from '../contract.ts'
import { asJoiningCode, codesOfUnit } from '../joining-codes.ts'

/** The joining codes of one union, newest first. */
export const listJoiningCodes = query({
  act: 'membership.list_codes',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: JoiningCodeList,
  async run({ tx, input, now, allow, services }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const rows = await codesOfUnit(tx, unit.cell_id, unit.id)
    return { items: rows.map((row) => asJoiningCode(services, row, unit, now)) }
  },
})
