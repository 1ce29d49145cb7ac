import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { type UnitName, UnitWithChain } from '../contract.ts'
import { asUnit, findOpenUnit } from '../open-unit.ts'

const chainOf = `
  with recursive up as (
    select id, name, short_name, level, parent_id, 0 as height from organization.unit where id = $1
    union all
    select u.id, u.name, u.short_name, u.level, u.parent_id, up.height + 1 from organization.unit u join up on u.id = up.parent_id
    where up.height < 20
  )
  select id, name, short_name as "shortName", level from up where height > 0 order by height desc limit 20`

/** One union with the chain above it, nation first. */
export const findUnit = query({
  act: 'organization.view_tree',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: UnitWithChain,
  async run({ tx, input, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    return { unit: asUnit(unit), chain: await tx.many<UnitName>(chainOf, [input.unit]) }
  },
})
