import { command } from '@gongqiao/kernel/command/command.ts'
import { Done, done, Nothing } from '@gongqiao/kernel/shapes.ts'
import { endedSession } from '../sign-in.ts'

/** Signs a member out on all their devices: every session of the account ends. */
export const signOut = command({
  act: 'people.sign_out',
  by: ['person'],
  input: Nothing,
  output: Done,
  async run({ tx, actor, now, allow }) {
    if (actor.kind === 'system') throw new Error('the system does not sign out')
    allow.self(actor.person)
    const { cell } = actor.place
    await tx.run(
      'update people.session set ended_at = $3 where cell_id = $1 and account_id = $2 and ended_at is null',
      [cell, actor.account, now],
    )
    return { cell, subject: actor.person, answer: done, cookie: endedSession }
  },
})
