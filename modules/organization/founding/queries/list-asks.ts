import { query } from '@gongqiao/kernel/command/query.ts'
import { asksOf } from '../asks.ts'
import { FoundingAsks, FoundingKey } from '../contract.ts'
import { foundingRow } from '../record.ts'
import { unitsOfFounding } from '../view.ts'

/**
 * Who asked for a union, for the union of the place alone: neither the union that came of it nor anybody at the employer's
 * sees it. Every look is written down.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`.
 */
export const listAsks = query({
  act: 'organization.decide_founding',
  by: ['post'],
  input: FoundingKey,
  output: FoundingAsks,
  cellOf: (input) => input.cell,
  subjects: ({ cell, items }) => [{ cell, people: items.flatMap(({ person }) => person ?? []) }],
  async run({ tx, input, allow, services }) {
    const { upper } = await unitsOfFounding(tx, await foundingRow(tx, input.cell, input.matter))
    allow({ cell: upper.cell_id, path: upper.path })
    return { cell: input.cell, items: await asksOf(tx, services, input.cell, input.matter) }
  },
})
