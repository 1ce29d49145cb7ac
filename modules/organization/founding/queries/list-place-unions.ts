import { query } from '@gongqiao/kernel/command/query.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { PlaceUnions } from '../contract.ts'

/**
 * The general unions of places, step by step from the provinces down to townships, for whoever asks for a union where they
 * work. Names of general unions are public; a union of members is never among them.
 */
export const listPlaceUnions = query({
  act: 'organization.list_place_unions',
  by: ['anyone', 'person', 'post'],
  input: Type.Object({ under: Type.Optional(Id) }, { additionalProperties: false }),
  output: PlaceUnions,
  async run({ tx, input, allow }) {
    allow.everybody('general unions of places are public')
    const items = await tx.many<PlaceUnions['items'][number]>(
      `select u.id, u.name, u.short_name as "shortName", u.level,
         u.level <> 'township' and exists (select from organization.unit b where b.parent_id = u.id and b.state = 'active'
           and b.level in ('prefecture', 'county', 'township')) as below
       from organization.unit u
       where u.parent_id = coalesce($1, (select n.id from organization.unit n where n.level = 'nation' limit 1))
         and u.state = 'active' and u.level in ('province', 'prefecture', 'county', 'township')
       order by u.cell_id, u.path limit 300`,
      [input.under ?? null],
    )
    return { items }
  },
})
