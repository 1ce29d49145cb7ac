import { query } from '@gongqiao/kernel/command/query.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { MyRecord } from '../contract.ts'
import { myRecord } from '../my-record.ts'

/** What the network holds of my membership, to look over and say that it is still true. Refuses `membership.no_card`. */
export const findMyRecord = query({
  act: 'membership.find_my_record',
  by: ['person'],
  input: Nothing,
  output: MyRecord,
  async run({ tx, actor, today, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system has no membership')
    allow.self(actor.person)
    await mine(actor.place.cell)
    const record = await myRecord(tx, services, actor.place.cell, actor.person, today)
    if (!record) throw new Refusal('membership.no_card')
    return record
  },
})
