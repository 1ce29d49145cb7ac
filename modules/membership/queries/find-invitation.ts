import { query } from '@gongqiao/kernel/command/query.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import { findOpenUnit, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { Invitation } from '../contract.ts'
import { readJoiningCode } from '../joining-code.ts'
import { application } from '../machine.ts'
import { notice, noticeVersion } from '../texts/notice.ts'

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
    const payload = readJoiningCode(services, input.code, now)
    const code = await tx.maybe<{ revoked_at: Date | null; expires_at: Date }>(
      'select revoked_at, expires_at from membership.joining_code where cell_id = $1 and id = $2',
      [payload.cell, payload.code],
    )
    const unit = await findOpenUnit(tx, payload.unit)
    if (!code || !unit) throw new Refusal('membership.code_foreign')
    if (code.revoked_at) throw new Refusal('membership.code_revoked')
    if (unit.state !== 'active') throw new Refusal('membership.unit_closing')
    const { title, paragraphs, sensitive } = notice[actor.language]
    return {
      unit: unitNameOf(unit),
      upper: upperNameOf(unit),
      expiresAt: code.expires_at.toISOString(),
      notice: { version: noticeVersion, title, paragraphs: [...paragraphs] },
      sensitiveConsent: sensitive,
      reviewWorkdays: services.deadlines.rule(application.states.submitted.clock, today).length,
    }
  },
})
