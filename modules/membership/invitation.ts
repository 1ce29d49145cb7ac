import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findGoingOn, takesMembers, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { standingDecision } from './catch-all/find-catch-all.ts'
import type { Invitation } from './contract.ts'
import { readJoiningCode, scannedCode } from './joining-code.ts'
import { application } from './machine.ts'
import { notice, noticeVersion } from './texts/notice.ts'

/**
 * What a joining code says before anything is typed: which union asks, and what happens with the data.
 *
 * Refuses codes that are malformed, forged, foreign, expired or revoked, and units that are closing.
 */
export async function invitationOf(
  tx: Tx,
  services: Services,
  text: string,
  now: Date,
  today: string,
  language: Language,
): Promise<Invitation> {
  const payload = readJoiningCode(services, text, now)
  const code = await tx.maybe<{ revoked_at: Date | null; expires_at: Date }>(
    'select revoked_at, expires_at from membership.joining_code where cell_id = $1 and id = $2',
    [payload.cell, payload.code],
  )
  const unit = await findGoingOn(tx, payload.unit)
  if (!code || !unit) throw new Refusal('membership.code_foreign')
  if (code.revoked_at) throw new Refusal('membership.code_revoked')
  if (!takesMembers(unit)) throw new Refusal('membership.unit_closing')
  const standing = await standingDecision(tx, unit.cell_id, unit.id)
  const { title, paragraphs, sensitive } = notice[language]
  return {
    code: scannedCode(text),
    unit: unitNameOf(unit),
    upper: upperNameOf(unit),
    expiresAt: code.expires_at.toISOString(),
    notice: { version: noticeVersion, title, paragraphs: [...paragraphs] },
    sensitiveConsent: sensitive,
    occupations: [...(standing?.occupations ?? [])],
    canHide: unit.level === 'grassroots' && unit.parent_level !== null && unit.parent_level !== 'grassroots',
    reviewWorkdays: services.deadlines.rule(application.states.submitted.clock, today, { cell: unit.cell_id }).length,
  }
}
