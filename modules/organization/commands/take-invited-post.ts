import { command } from '@gongqiao/kernel/command/command.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Type } from 'typebox'
import { InvitationAccepted } from '../contract.ts'
import { endInvitation } from '../invitations/end-invitation.ts'
import { linkReach, openLink } from '../invitations/open-link.ts'
import { takePost } from '../invitations/take-post.ts'
import { findOpenUnit, takesMembers } from '../open-unit.ts'

/**
 * Accepts an invitation with the account one has already: an officer who is signed in takes the post, once.
 *
 * Refuses `organization.invitation_unknown`, `organization.invitation_used`, `organization.invitation_revoked`,
 * `organization.invitation_expired`, `organization.unit_not_active`.
 */
export const takeInvitedPost = command({
  act: 'organization.take_invited_post',
  by: ['officer'],
  input: Type.Object({ token: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false }),
  output: InvitationAccepted,
  beyond: linkReach,
  async run({ tx, input, actor, now, today, allow, services, reach }) {
    if (actor.kind !== 'officer') throw absent()
    allow.own(actor.account)
    const row = await openLink(tx, services, input.token, now, reach, 'to change')
    const unit = await findOpenUnit(tx, row.unit_id)
    if (!unit) throw absent()
    if (!takesMembers(unit)) throw new Refusal('organization.unit_not_active')
    const { account, name } = actor
    const post = await takePost(tx, unit, row, { account, name }, { now, today })
    await endInvitation(tx, row, { account, post }, now)
    return {
      cell: row.cell_id,
      subject: row.id,
      before: { accepted: false },
      after: { account, post },
      facts: [{ cell: row.cell_id, name: 'organization.post_taken', body: { post, unit: unit.id } }],
      answer: { login: null, unit: unit.name, title: row.title },
    }
  },
})
