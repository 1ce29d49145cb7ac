import { query } from '@gongqiao/kernel/command/query.ts'
import { LifeKey, LifeMatter } from '../contract.ts'
import { lifeView } from '../matters.ts'

/** One matter of a membership's life, with what was said in it. Refuses `kernel.absent`. The member sees the look. */
export const findLifeMatter = query({
  act: 'membership.view_life_matter',
  by: ['post'],
  input: LifeKey,
  output: LifeMatter,
  cellOf: (input) => input.cell,
  subjects: (view) => [{ cell: view.cell, people: [view.person] }],
  async run({ tx, input, allow, services, today, actor }) {
    const { view, path } = await lifeView(tx, services, input.cell, input.matter, 'officer', today, actor.language)
    allow({ cell: input.cell, path })
    return view
  },
})
