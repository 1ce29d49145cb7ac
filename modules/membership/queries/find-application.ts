import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { findApplicationView } from '../application-view.ts'
import { ApplicationKey, ApplicationView } from '../contract.ts'

/** One application with whom it concerns, for the officer who decides. Refuses `kernel.absent`. */
export const findApplication = query({
  act: 'membership.view_application',
  by: ['post'],
  input: ApplicationKey,
  output: ApplicationView,
  cellOf: (input) => input.cell,
  subjects: (view) => [{ cell: view.cell, people: [view.person] }],
  async run({ tx, input, actor, today, allow, services }) {
    const found = await findApplicationView(tx, services, input.cell, input.matter, today, actor.language)
    if (!found) throw absent()
    allow({ cell: input.cell, path: found.path })
    return found.view
  },
})
