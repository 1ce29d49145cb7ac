import { query } from '@gongqiao/kernel/command/query.ts'
import { LifeView, MembershipKey } from '../contract.ts'
import { findLife, placeOfMembership } from '../find-life.ts'

/** How a membership stands, what was done to it, and what may be begun now. Refuses `kernel.absent`. The member sees the look. */
export const findMemberLife = query({
  act: 'membership.view_life',
  by: ['post'],
  input: MembershipKey,
  output: LifeView,
  cellOf: (input) => input.cell,
  subjects: (view) => [{ cell: view.cell, people: [view.person] }],
  async run({ tx, input, allow, services }) {
    const { cell, membership } = input
    allow({ cell, path: await placeOfMembership(tx, cell, membership) })
    return findLife(tx, services, cell, membership)
  },
})
