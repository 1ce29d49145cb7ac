import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { MemberView } from '../contract.ts'
import { findMemberView } from '../member-view.ts'

/** One member's record, masked. Refuses `kernel.absent`. The member sees that somebody looked. */
export const findMember = query({
  act: 'membership.view_member',
  by: ['post'],
  input: Type.Object({ cell: Cell, membership: Id }, { additionalProperties: false }),
  output: MemberView,
  cellOf: (input) => input.cell,
  subjects: (view) => [{ cell: view.cell, people: [view.person] }],
  async run({ tx, input, today, allow }) {
    const found = await findMemberView(tx, input.cell, input.membership, today)
    if (!found) throw absent()
    allow({ cell: input.cell, path: found.path })
    return found.view
  },
})
