import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { OfficerSelf } from '../contract.ts'
import { officerSelf } from '../officer-self.ts'

/** Who an officer is, and which posts they may act as. */
export const findOfficerSelf = query({
  act: 'organization.find_officer_self',
  by: ['officer'],
  input: Nothing,
  output: OfficerSelf,
  async run({ tx, actor, today, allow }) {
    if (actor.kind === 'system') throw new Error('the system has no self')
    allow.own(actor.account)
    return officerSelf(tx, actor.account, actor.name, today)
  },
})
