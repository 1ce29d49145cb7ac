import { query } from '@gongqiao/kernel/command/query.ts'
import { mustKnow } from '@gongqiao/kernel/matter/restricted.ts'
import { retaliationView } from '../ask-view.ts'
import { AskKey, RetaliationView } from '../contract.ts'

/**
 * One report of retaliation, for the union one level up. Refuses `kernel.absent`.
 *
 * @see G-05; rulebook 8.1: accusations never reach the accused
 */
export const findRetaliation = query({
  act: 'rights.view_retaliation',
  by: ['post'],
  input: AskKey,
  output: RetaliationView,
  cellOf: (input) => input.cell,
  subjects: (view) => (view.person === null ? [] : [{ cell: view.cell, people: [view.person] }]),
  async run({ tx, input, actor, today, allow, services }) {
    const looking = { tx, services, today, language: actor.language }
    const { view, path, spine } = await retaliationView(looking, input.cell, input.matter)
    allow({ cell: input.cell, path })
    mustKnow({ restricted: 'rights.view_retaliation' }, spine, actor)
    return view
  },
})
