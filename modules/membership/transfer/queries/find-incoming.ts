import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { IncomingView, TransferKey } from '../contract.ts'
import { findIncoming as findRow, incomingView } from '../views.ts'

/** A member who comes from another union, as the one sees them that they come to. Refuses `kernel.absent`. */
export const findIncoming = query({
  act: 'membership.view_incoming',
  by: ['post'],
  input: TransferKey,
  output: IncomingView,
  cellOf: (input) => input.cell,
  subjects: ({ cell, person }) => [{ cell, people: [person] }],
  async run({ tx, input, actor, today, allow, services }) {
    const found = await findRow(tx, input.cell, input.matter)
    if (!found) throw absent()
    allow(found.matter.host)
    return incomingView(tx, found.row, found.matter, { services, today, language: actor.language })
  },
})
