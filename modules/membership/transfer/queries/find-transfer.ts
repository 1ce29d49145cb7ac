import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { TransferKey, TransferView } from '../contract.ts'
import { findTransfer as findRow, transferView } from '../views.ts'

/** A transfer as the union sees it that the member leaves, or whoever decides over an objection. Refuses `kernel.absent`. */
export const findTransfer = query({
  act: 'membership.view_transfer',
  by: ['post'],
  input: TransferKey,
  output: TransferView,
  cellOf: (input) => input.cell,
  subjects: ({ cell, person }) => [{ cell, people: [person] }],
  async run({ tx, input, actor, today, allow, services }) {
    const found = await findRow(tx, input.cell, input.matter)
    if (!found) throw absent()
    allow(found.matter.host)
    const post = actor.kind === 'post' ? actor.post : undefined
    return transferView(tx, found.row, found.matter, { services, today, language: actor.language, post })
  },
})
