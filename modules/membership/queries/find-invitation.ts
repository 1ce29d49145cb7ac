import { query } from '@gongqiao/kernel/command/query.ts'
import { Type } from 'typebox'
import { Invitation } from '../contract.ts'
import { invitationOf } from '../invitation.ts'

/**
 * What a scanned joining code says before anything is typed: which union asks, and what happens with the data.
 *
 * Refuses codes that are malformed, forged, foreign, expired or revoked, and units that are closing.
 */
export const findInvitation = query({
  act: 'membership.find_invitation',
  by: ['anyone'],
  input: Type.Object({ code: Type.String({ maxLength: 600 }) }, { additionalProperties: false }),
  output: Invitation,
  async run({ tx, input, now, today, allow, actor, services }) {
    allow.everybody('a joining code is shown to whoever scans it, and holds no personal data')
    return invitationOf(tx, services, input.code, now, today, actor.language)
  },
})
