import { query } from '@gongqiao/kernel/command/query.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { findOpenUnit, rangeOfUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { DuplicateList } from '../contract.ts'
import { sidesOf } from '../sides.ts'

const shownAtMost = 50

type Found = { readonly why: 'number' | 'name_birth_sex'; readonly one: string; readonly other: string }

const find = `with here as materialized (
    select m.id, m.person_id, m.name, m.birth_date, m.sex from membership.membership m
    where m.cell_id = $1 and m.path >= $2 and m.path < $3 and m.status <> 'ended'
  ), numbers as (
    select p.identity_digest, min(h.id::text)::uuid as one, max(h.id::text)::uuid as other
    from here h join people.open_person p on p.cell_id = $1 and p.id = h.person_id
    group by p.identity_digest having count(distinct h.person_id) > 1 limit $4
  ), names as (
    select min(id::text)::uuid as one, max(id::text)::uuid as other from here
    group by name, birth_date, sex having count(distinct person_id) > 1 limit $4
  )
  select 'number' as why, one, other from numbers
  union all
  select 'name_birth_sex', one, other from names n
  where not exists (select from numbers x where x.one = n.one and x.other = n.other)
  order by 1 desc, 2 limit $4`

/**
 * Records inside a union that may be one person's 疑似重复: the same number, or the same name, birth date and sex. Nobody
 * outside the union is looked at. 50 at most; whoever is made one leaves the list.
 *
 * Refuses `kernel.absent`, `membership.duplicates_by_county` above a county.
 */
export const listDuplicates = query({
  act: 'membership.list_duplicates',
  by: ['post'],
  input: Type.Object({ unit: Id }, { additionalProperties: false }),
  output: DuplicateList,
  subjects: ({ items }) =>
    [...Map.groupBy(items, ({ cell }) => cell)].map(([cell, some]) => ({
      cell,
      people: [...new Set(some.flatMap(({ one, other }) => [one.person, other.person]))],
    })),
  async run({ tx, input, today, allow, within }) {
    const unit = await findOpenUnit(tx, input.unit)
    if (!unit) throw absent()
    allow({ cell: unit.cell_id, path: unit.path })
    const range = rangeOfUnit(unit)
    if (range.cellLo !== range.cellHi) throw new Refusal('membership.duplicates_by_county')
    await within(range)
    const cell = unit.cell_id
    const found = await tx.many<Found>(find, [cell, range.pathLo, range.pathHi, shownAtMost + 1])
    const shown = found.slice(0, shownAtMost)
    const sides = await sidesOf(
      tx,
      cell,
      shown.flatMap(({ one, other }) => [one, other]),
      today,
    )
    return {
      items: shown.flatMap(({ why, ...ids }) => {
        const [one, other] = [sides.get(ids.one)?.side, sides.get(ids.other)?.side]
        return one && other ? [{ cell, why, one, other }] : []
      }),
      more: found.length > shownAtMost,
    }
  },
})
