import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/**
 * Says no to a question to move 不转: nobody is told, and a union that asked sees what it sees of anybody who has not
 * answered. A yes is the transfer itself.
 *
 * Refuses `kernel.absent`.
 *
 * @see design section 2.3
 */
export const answerCall = command({
  act: 'membership.answer_call',
  by: ['person'],
  input: Type.Object({ cell: Cell, call: Id }, { additionalProperties: false }),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { own: 'the question is the person’s own' },
  async run({ tx, input, actor, now, allow, reach }) {
    if (actor.kind === 'system') throw new Error('the system belongs nowhere')
    allow.self(actor.person)
    const { cell, call } = input
    await reach('own', { cell, path: '' })
    const answered = await tx.run(
      `update membership.transfer_call set answered_at = $4, answer = 'stayed'
       where cell_id = $1 and id = $2 and person_id = $3 and answered_at is null`,
      [cell, call, actor.person, now],
    )
    if (answered === 0) throw absent()
    return { cell, subject: call, after: { answer: 'stayed' }, answer: done }
  },
})
