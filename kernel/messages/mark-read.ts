import { Type } from 'typebox'
import { command } from '../command/command.ts'
import { absent } from '../refusal.ts'
import { Done, done, Id } from '../shapes.ts'
import { readMessage } from './inbox.ts'

/** Marks one of my messages as read. Refuses `kernel.absent`. */
export const markMyMessage = command({
  act: 'kernel.mark_my_message',
  by: ['person'],
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  output: Done,
  async run({ tx, input, actor, now, allow }) {
    if (actor.kind === 'system') throw new Error('the system has no inbox')
    allow.self(actor.person)
    if (!(await readMessage(tx, actor.place.cell, actor.account, input.id, now))) throw absent()
    return { cell: actor.place.cell, subject: input.id, answer: done }
  },
})

/** Marks one of an officer's messages as read. Refuses `kernel.absent`. */
export const markOfficerMessage = command({
  act: 'kernel.mark_officer_message',
  by: ['post'],
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  output: Done,
  async run({ tx, input, actor, now, allow }) {
    if (actor.kind !== 'post') throw new Error('the system has no inbox')
    allow.own(actor.account)
    if (!(await readMessage(tx, actor.post.place.cell, actor.account, input.id, now))) throw absent()
    return { cell: actor.post.place.cell, subject: input.id, answer: done }
  },
})
