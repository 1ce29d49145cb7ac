import { query } from '@gongqiao/kernel/command/query.ts'
import { asMatter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { subtreeOf } from '@gongqiao/kernel/shared/place.ts'
import { electorateOf } from '@gongqiao/modules/membership/index.ts'
import { findOpenUnit, openUnitsById, termOf, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { sizesAllowed } from '../arithmetic/bands.ts'
import { ElectionList } from '../contract.ts'
import { byElection, reElection, removal } from '../machine.ts'
import { parametersOf } from '../parameter-table.ts'

const kinds = [reElection.name, byElection.name, removal.name]

/**
 * The elections and removals of a union and of those below it in its cell, open ones first, and what a plan begins with: who
 * may vote by the roll, and what the rules of the place allow. A hundred at most.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const listElections = query({
  act: 'elections.list_elections',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: ElectionList,
  async run({ tx, input, today, allow, services, within }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    const place = { cell: unit.cell_id, path: unit.path }
    allow(place)
    const range = subtreeOf(place)
    await within(range)
    const rows = await tx.many<Parameters<typeof asMatter>[0]>(
      `select ${matterColumns} from kernel.matter
       where cell_id = $1 and path >= $2 and path < $3 and kind = any($4::text[])
       order by ended_at is not null, due_on, opened_at desc, id limit 100`,
      [unit.cell_id, range.pathLo, range.pathHi, kinds],
    )
    const units = await openUnitsById(
      tx,
      rows.map(({ hostUnit }) => hostUnit),
    )
    const { values } = await parametersOf(tx, services, unit.cell_id, today)
    const electorate = await electorateOf(tx, place)
    const term = await termOf(tx, unit.id)
    return {
      items: rows.map(asMatter).flatMap((matter) => {
        const host = units.get(matter.hostUnit)
        if (!host) return []
        const { cell, id, kind, state, title, openedAt, dueOn, endedAt } = matter
        const ended = endedAt !== null
        return [
          {
            ...{ cell, kind, state, title, ended, matter: id },
            unit: unitNameOf(host),
            openedAt: openedAt.toISOString(),
            dueOn: ended ? null : dueOn,
            overdue: !ended && dueOn !== null && dueOn < today,
          },
        ]
      }),
      electorate,
      termYears: [
        ...(['grassroots', 'village', 'township'].includes(unit.level) ? values.termYears : values.upperTermYears),
      ],
      committeeSizes: sizesAllowed(values.committeeSize, electorate.members),
      delegatesFrom: values.delegatesFrom,
      term: term ? { endsOn: term.ends_on, extendedUntil: term.extended_until } : null,
      upper: upperNameOf(unit),
    }
  },
})
