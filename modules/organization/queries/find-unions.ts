import { query } from '@gongqiao/kernel/command/query.ts'
import { cellsBetween } from '@gongqiao/kernel/shared/place.ts'
import { Type } from 'typebox'
import { UnitHits } from '../contract.ts'
import { findUnits } from '../search.ts'

/**
 * Unions anywhere in the network that a text may mean, with those above them: where a matter may be referred to, which
 * union somebody means. What a union is called and whom it stands under is public; nothing else of it is said.
 *
 * At most 20, in the order of `searchUnits`.
 */
export const findUnions = query({
  act: 'organization.find_unions',
  by: ['anyone', 'person', 'officer', 'post'],
  input: Type.Object({ text: Type.String({ minLength: 2, maxLength: 60 }) }, { additionalProperties: false }),
  output: UnitHits,
  async run({ tx, input, allow }) {
    allow.everybody('what unions are called and where they stand is public')
    return findUnits(tx, cellsBetween(0, 999_999), input.text)
  },
})
