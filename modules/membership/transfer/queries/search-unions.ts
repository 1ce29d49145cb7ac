import { query } from '@gongqiao/kernel/command/query.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import type { Unit, UnitName } from '@gongqiao/modules/organization/contract.ts'
import { findUnits } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { UnionHits } from '../contract.ts'

/**
 * Unions a member may move to, while a name is typed: anywhere in the country, by name, former name or initials. Only those
 * that take members in now, and of each its name and the unions above.
 */
export const searchUnions = query({
  act: 'membership.search_unions',
  by: ['person'],
  input: Type.Object({ text: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
  output: UnionHits,
  async run({ tx, input, actor, allow }) {
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const { items, more } = await findUnits(tx, cellsBetween(0, 999_999), input.text)
    return {
      items: items.flatMap(({ unit, above, alias }) =>
        unit.state === 'active' && unit.level !== 'nation' ? [{ unit: nameOf(unit), above, alias }] : [],
      ),
      more,
    }
  },
})

const nameOf = ({ id, name, shortName, level }: Unit): UnitName => ({ id, name, shortName, level })
