import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { asOfFields, readAsOf } from '../../as-of.ts'
import { findOpenUnit } from '../../open-unit.ts'
import { asOfficers, officersOnDay } from '../officers.ts'
import { PastCommittee } from '../shapes.ts'
import { asTerm, termOnDay } from '../terms-of.ts'

/**
 * Who sat in a union at the end of a past day 截至某日的工会干部 and in which term: as was known that day, or as corrected since.
 * Protection and standing of the term are those of that day. A day ahead is today.
 *
 * @see ORG-40, ORG-41, ORG-44, ELE-01, ELE-04
 */
export const findPastCommittee = query({
  act: 'organization.view_committee',
  by: ['post'],
  input: Type.Object({ unit: Id, ...asOfFields }, { additionalProperties: false }),
  output: PastCommittee,
  async run({ tx, input, today, allow }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const asOf = readAsOf(input, today)
    const term = await termOnDay(tx, unit.id, asOf)
    return {
      unit: { id: unit.id, name: unit.name, cell: unit.cell_id },
      term: term ? asTerm(term, asOf.on) : null,
      officers: asOfficers(await officersOnDay(tx, unit, asOf), term, asOf.on),
      on: asOf.on,
      known: asOf.known,
    }
  },
})
