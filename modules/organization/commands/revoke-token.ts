import { command } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/** Ends a token of the officer's own at once. A second time changes nothing. Refuses `kernel.absent`. */
export const revokeToken = command({
  act: 'organization.revoke_token',
  by: ['officer'],
  input: Type.Object({ token: Id }, { additionalProperties: false }),
  output: Done,
  async run({ tx, input, actor, now, allow }) {
    if (actor.kind === 'system') throw new Error('the system has no tokens')
    allow.own(actor.account)
    const changed = await tx.run(
      `update organization.access_token set revoked_at = coalesce(revoked_at, $3) where account_id = $1 and id = $2`,
      [actor.account, input.token, now],
    )
    if (changed === 0) throw absent()
    return { cell: 0, subject: input.token, after: { revoked: true }, answer: done }
  },
})
