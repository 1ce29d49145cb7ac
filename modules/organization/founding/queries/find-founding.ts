import { query } from '@gongqiao/kernel/command/query.ts'
import { FoundingKey, FoundingView } from '../contract.ts'
import { foundingMatter, foundingView } from '../view.ts'

/** One founding 建会, for those who prepare it and for the union above. Refuses `kernel.absent`, `kernel.forbidden`. */
export const findFounding = query({
  act: 'organization.run_founding',
  by: ['post'],
  input: FoundingKey,
  output: FoundingView,
  cellOf: (input) => input.cell,
  async run({ tx, input, actor, today, allow, services }) {
    allow((await foundingMatter(tx, input.cell, input.matter)).host)
    return foundingView(tx, services, actor, input, today)
  },
})
