import { command } from '@gongqiao/kernel/command/command.ts'
import { Cell, Count } from '@gongqiao/kernel/shapes.ts'
import { Type } from 'typebox'

/** For how long it is kept where an invitation was sent, after its link has ended. */
const keptDays = 30
/** The moment before which a link must have ended for its contact to be let go of. */
export const contactsEndedBefore = (now: Date) => new Date(now.getTime() - keptDays * 86_400_000)

const ended = `cell_id = $1 and expires_at < $2 and accepted_at is null and revoked_at is null
  and (phone_cipher is not null or mail_cipher is not null)`
/** Whether a cell has contacts to let go of. */
export const couldForget = `select from organization.officer_invitation where ${ended} limit 1`

/**
 * Lets go of phones and mails of invitations that nobody accepted, 30 days after their links ended. The invitations stay
 * on the list, and can still be made anew to be handed over.
 */
export const forgetInvitations = command({
  act: 'organization.forget_invitations',
  by: ['system'],
  input: Type.Object({ cell: Cell }, { additionalProperties: false }),
  output: Type.Object({ forgotten: Count }, { additionalProperties: false }),
  cellOf: ({ cell }) => cell,
  beyond: { cell: 'time passes everywhere: invitations of the whole cell' },
  async run({ tx, input, now, allow, reach }) {
    const { cell } = input
    allow({ cell, path: '' })
    await reach('cell', { cell, path: '' })
    const forgotten = await tx.run(
      `update organization.officer_invitation set phone_cipher = null, mail_cipher = null where ${ended}`,
      [cell, contactsEndedBefore(now)],
    )
    return { cell, after: { forgotten }, answer: { forgotten } }
  },
})
