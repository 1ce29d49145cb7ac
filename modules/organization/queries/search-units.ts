import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { UnitHits } from '../contract.ts'
import { findOpenUnit, rangeOfUnit } from '../open-unit.ts'
import { findUnits } from '../search.ts'

/**
 * Unions at or below one that a text may mean, while it is typed: by name, short name, former name or abbreviation, by
 * pinyin initials, by credit code, or by two characters anywhere in a name.
 *
 * At most 20, those that are called so first, then those whose name begins so, higher unions before lower ones, then
 * others that have it inside, in the order of the tree. No figure of a union has any part in the order.
 */
export const searchUnits = query({
  act: 'organization.view_tree',
  by: ['post'],
  input: Type.Object(
    { text: Type.String({ minLength: 1, maxLength: 60 }), under: Id },
    { additionalProperties: false },
  ),
  output: UnitHits,
  async run({ tx, input, allow }) {
    const top = await findOpenUnit(tx, input.under)
    if (!top) throw absent()
    allow({ cell: top.cell_id, path: top.path })
    return findUnits(tx, rangeOfUnit(top), input.text)
  },
})
