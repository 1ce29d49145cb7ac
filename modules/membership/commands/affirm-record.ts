import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'
import { affirmMembership } from '../affirming.ts'
import { MyRecord } from '../contract.ts'
import { myRecord } from '../my-record.ts'

/**
 * Says that one's own record is still true 本人确认: it counts as affirmed for twelve months from today.
 *
 * Refuses `kernel.absent`.
 */
export const affirmRecord = command({
  act: 'membership.affirm_record',
  by: ['person'],
  input: Type.Object({ cell: Cell, membership: Id }, { additionalProperties: false }),
  output: MyRecord,
  cellOf: (input) => input.cell,
  beyond: { own: 'the membership is the person’s own' },
  async run(context) {
    const { tx, input, actor, today, allow, services, reach } = context
    if (actor.kind === 'system') throw new Error('the system affirms nothing')
    allow.self(actor.person)
    const { cell, membership } = input
    await reach('own', { cell, path: '' })
    const own = await myRecord(tx, services, cell, actor.person, today)
    if (own?.membership !== membership) throw absent()
    const facts = await affirmMembership(context, cell, membership)
    if (!facts) throw absent()
    const answer = await myRecord(tx, services, cell, actor.person, today)
    if (!answer) throw new Error('the record was there before')
    const before = { affirmedOn: own.affirmedOn }
    return { cell, subject: membership, before, after: { affirmedOn: today }, facts, answer }
  },
})
