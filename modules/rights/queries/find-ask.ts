import { query } from '@gongqiao/kernel/command/query.ts'
import { askView } from '../ask-view.ts'
import { AskKey, AskView } from '../contract.ts'

/**
 * One ask with its whole conversation, for whoever handles it. The person behind it, where there is one, sees that it was
 * looked at.
 *
 * Refuses `kernel.absent`.
 */
export const findAsk = query({
  act: 'rights.view_ask',
  by: ['post'],
  input: AskKey,
  output: AskView,
  cellOf: (input) => input.cell,
  subjects: (view) => (view.person === null ? [] : [{ cell: view.cell, people: [view.person] }]),
  async run({ tx, input, actor, today, allow, services }) {
    const looking = { tx, services, today, language: actor.language }
    const { view, path } = await askView(looking, input.cell, input.matter)
    allow({ cell: input.cell, path })
    return view
  },
})
