import { query } from '@gongqiao/kernel/command/query.ts'
import { nullable } from '@gongqiao/kernel/shapes.ts'
import { openNumbers } from '@gongqiao/modules/people/index.ts'
import { type Static, Type } from 'typebox'
import { PeoplePage, RollRow } from '../contract.ts'
import { peopleQuery } from './search-people.ts'

/**
 * The roll with whole identity numbers and phones, for an export that was given a reason. Scope, order and the look of
 * each person in the access log are the roll's own.
 */
export function openRollQuery(act: string, pageSize: number) {
  const roll = peopleQuery(act, pageSize)
  const OpenRow = Type.Object({
    ...RollRow.properties,
    identityNumber: Type.String(),
    phone: nullable(Type.String()),
  })
  const output = Type.Object({ ...PeoplePage.properties, items: Type.Array(OpenRow) })
  return query({
    act,
    by: ['post'],
    input: roll.input,
    output,
    subjects: (page) => roll.subjects?.(page) ?? [],
    async run(context) {
      const page = await roll.run(context)
      const items: Static<typeof OpenRow>[] = []
      for (const [cell, rows] of Map.groupBy(page.items, (item) => item.cell)) {
        const people = rows.map(({ person }) => person)
        const numbers = await openNumbers(context.tx, context.services, cell, people)
        for (const row of rows) {
          const found = numbers.get(row.person)
          items.push({ ...row, identityNumber: found?.identityNumber ?? row.identityMask, phone: found?.phone ?? null })
        }
      }
      return { ...page, items }
    },
  })
}
